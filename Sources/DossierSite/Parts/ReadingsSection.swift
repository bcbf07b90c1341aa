import DossierAssessment
import DossierRecords
import DossierText

/// The latest readings of a metric with their state. For an objective: the latest readings of its metric, compared with the
/// target.
struct ReadingsSection: ViewModel {
  /// A sentence that states the limits of the metric or the target of the objective, and the file that contains the readings.
  let lead: HTML
  let unit: String
  let hasGroups: Bool
  let rows: [Row]
  let note: String?

  static let view = View<ReadingsSection>(
    .html("lead", \.lead), .text("unit", \.unit), .flag("has_groups", \.hasGroups), .list("rows", \.rows),
    .flag("has_rows", { !$0.rows.isEmpty }), .optional("note", \.note))

  struct Row: ViewModel {
    let group: String?
    let value: String
    let date: String
    let state: HTML
    static let view = View<Row>(
      .optional("group", \.group), .text("value", \.value), .text("date", \.date), .html("state", \.state))
  }

  /// Return nil if the record is neither a metric nor an objective.
  init?(_ linker: Linker, _ position: Int) {
    let site = linker.site
    switch site.dossier.entries[position].record {
    case let metric as Metric: self.init(linker, position, metric)
    case let objective as Objective: self.init(linker, position, objective)
    default: return nil
    }
  }

  private init(_ linker: Linker, _ position: Int, _ metric: Metric) {
    let state = linker.site.facts.metric(at: position)
    let groups = state?.groups ?? []
    unit = metric.unit
    let hasGroups = groups.contains { $0.reading.group != nil }
    self.hasGroups = hasGroups
    rows = groups.map { group in
      Row(
        group: hasGroups ? group.reading.group ?? "–" : nil, value: group.reading.text, date: group.reading.date.description,
        state: HTML.build { ReadingState(group, hasLimits: state?.hasLimits ?? false).write(&$0) })
    }
    lead = HTML.build { out in
      out.text(ReadingWords.limits(metric) + " ")
      ReadingsSection.writeFile(linker, position, &out)
    }
    note = ReadingsSection.note(state, linker.site)
  }

  private init(_ linker: Linker, _ position: Int, _ objective: Objective) {
    let site = linker.site
    let state = site.facts.objective(at: position)
    let metric = state?.metric ?? objective.metric.flatMap(site.dossier.record)?.position
    unit = metric.flatMap { (site.dossier.entries[$0].record as? Metric)?.unit } ?? objective.target.unit
    let hasGroups = state?.groups.contains { $0.reading.reading.group != nil } ?? false
    self.hasGroups = hasGroups
    rows = (state?.groups ?? []).map { group in
      let reading = group.reading.reading
      return Row(
        group: hasGroups ? reading.group ?? "–" : nil, value: reading.text, date: reading.date.description,
        state: HTML.build { out in
          if state?.isComparable == false { return out.element("span", "none", SiteWords.notCompared) }
          TargetState(isMet: group.isMet, isDue: false, late: group.reading.isCurrent ? [] : [group.reading]).write(&out)
        })
    }
    lead = HTML.build { out in
      out.text(ReadingWords.lead(objective.target, by: objective.by))
      guard let metric else { return out.text(ReadingWords.noMetric) }
      out.text(ReadingWords.measuredBy)
      out += linker.entry(metric).bytes
      out.put(". ")
      ReadingsSection.writeFile(linker, metric, &out)
    }
    if let words = ReadingsSection.uncounted(site, position) {
      note = ReadingWords.notCompared(words)
    } else if state?.isComparable == false {
      note = ReadingWords.differentUnits
    } else {
      note = ReadingsSection.note(metric.flatMap { site.facts.metric(at: $0) }, site)
    }
  }

  /// "metric is a draft": the reason why the metric of an objective does not count. Nil if the metric counts, or if the record
  /// has no metric.
  static func uncounted(_ site: Site, _ position: Int) -> String? {
    guard let objective = site.dossier.entries[position].record as? Objective,
      let metric = objective.metric.flatMap(site.dossier.record)?.position, !site.facts.counts(metric)
    else { return nil }
    return ReadingWords.metric(site.facts.status(of: metric))
  }

  private static func writeFile(_ linker: Linker, _ metric: Int, _ out: inout [UInt8]) {
    let edge = linker.site.dossier.graph.edges(from: .entry(metric)).first { $0.site.field == "source.file" }
    guard case .file(let path)? = edge?.target, let href = linker.href(.file(path)) else {
      return out.text(ReadingWords.noFile)
    }
    out.text(ReadingWords.readingsIn)
    out.link(href, "file") { $0.text(path.name) }
    out.put(".")
  }

  private static func note(_ state: MetricState?, _ site: Site) -> String? {
    guard let state else { return nil }
    if state.groups.isEmpty { return ReadingWords.noReading(upTo: site.asOf) }
    return state.unread > 0 ? ReadingWords.unread(state.unread) : nil
  }
}
