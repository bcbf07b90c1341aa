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

  static let title = "Latest readings"

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
      out.text(ReadingsSection.limits(metric) + " ")
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
          if state?.isComparable == false { return out.element("span", "none", "not compared") }
          TargetState(isMet: group.isMet, isDue: false, late: group.reading.isCurrent ? [] : [group.reading]).write(&out)
        })
    }
    lead = HTML.build { out in
      let by = objective.by.map { " by \(Wording.long($0))" } ?? ""
      out.text("The target is \(ReadingsSection.target(objective.target))\(by). ")
      guard let metric else { return out.text("The objective refers to no metric.") }
      out.text("It is measured by ")
      out += linker.entry(metric).bytes
      out.put(". ")
      ReadingsSection.writeFile(linker, metric, &out)
    }
    if let words = ReadingsSection.uncounted(site, position) {
      note = "The \(words), so its readings are not compared with the target."
    } else if state?.isComparable == false {
      note = "The target and the metric have different units, so the readings are not compared with the target."
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
    let status = site.facts.status(of: metric)
    return "metric is \(status == .draft ? "a draft" : StatusWords.words(status))"
  }

  /// The target in words: "at least 95 %".
  static func target(_ target: ObjectiveTarget) -> String {
    switch target.comparison {
    case .atLeast: "at least \(target.value) \(target.unit)"
    case .atMost: "at most \(target.value) \(target.unit)"
    case .equal: "exactly \(target.value) \(target.unit)"
    }
  }

  /// The limits in words: "Warns at 99.5 or below, fails at 98 or below."
  static func limits(_ metric: Metric) -> String {
    guard let threshold = metric.threshold, threshold.isComplete, let direction = threshold.direction else {
      return "The metric has no limits that a reading could be compared with."
    }
    let side = direction == .higherIsBetter ? "or below" : "or above"
    let parts = [threshold.warn.map { "warns at \($0) \(side)" }, threshold.fail.map { "fails at \($0) \(side)" }]
    let sentence = parts.compactMap { $0 }.joined(separator: ", ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
  }

  private static func writeFile(_ linker: Linker, _ metric: Int, _ out: inout [UInt8]) {
    let edge = linker.site.dossier.graph.edges(from: .entry(metric)).first { $0.site.field == "source.file" }
    guard case .file(let path)? = edge?.target, let href = linker.href(.file(path)) else {
      return out.text("The metric has no file of readings.")
    }
    out.text("The readings are in ")
    out.link(href, "file") { $0.text(path.name) }
    out.put(".")
  }

  private static func note(_ state: MetricState?, _ site: Site) -> String? {
    guard let state else { return nil }
    if state.groups.isEmpty { return "There is no reading up to \(Wording.long(site.asOf))." }
    return state.unread > 0 ? "\(Wording.count(state.unread, "row")) of the file could not be read." : nil
  }
}
