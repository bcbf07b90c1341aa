import DossierAssessment
import DossierRecords
import DossierText

/// The columns with the latest readings, in the registers of metrics and objectives.
enum Readings {
  /// The titles of these columns. Empty for the register of any other kind.
  static func columns(_ kind: String) -> [String] {
    kind == Metric.name || kind == Objective.name ? [ReadingWords.latestReading, ReadingWords.state] : []
  }

  static func cells(_ site: Site, _ position: Int) -> [HTML] {
    let entry = site.dossier.entries[position]
    switch entry.kind.name {
    case Metric.name: return metric(site.facts.metric(at: position), isReadable: entry.record != nil)
    case Objective.name: return objective(site, position)
    default: return []
    }
  }

  /// The limits of a metric or the target of an objective as a phrase. Nil for other fields.
  static func phrase(_ entry: Entry, _ field: String) -> HTML? {
    switch (entry.record, field) {
    case (let metric as Metric, "threshold"):
      metric.threshold?.isComplete == true ? HTML.build { $0.text(String(ReadingWords.limits(metric).dropLast())) } : nil
    case (let objective as Objective, "target"): HTML.build { $0.text(ReadingWords.words(objective.target)) }
    default: nil
    }
  }

  /// The maximum number of groups in a cell. The page of the record lists the other groups.
  private static let most = 4

  private static func metric(_ state: MetricState?, isReadable: Bool) -> [HTML] {
    guard let state, let reading = ReadingState(state) else { return none(isReadable) }
    return [readings(state.groups.map(\.reading)), HTML.build { reading.write(&$0) }]
  }

  private static func objective(_ site: Site, _ position: Int) -> [HTML] {
    if let words = ReadingsSection.uncounted(site, position) {
      return [RecordFacts.missing(words), RecordFacts.missing(SiteWords.notCompared)]
    }
    guard let state = site.facts.objective(at: position), !state.groups.isEmpty else {
      return none(site.dossier.entries[position].record != nil)
    }
    return [
      readings(state.groups.map(\.reading.reading)),
      HTML.build { out in
        guard let isMet = state.isMet else { return out.element("span", "none", SiteWords.notCompared) }
        TargetState(isMet: isMet, isDue: state.isDue, late: state.late.map(\.reading)).write(&out)
      },
    ]
  }

  private static func none(_ isReadable: Bool) -> [HTML] {
    [RecordFacts.missing(isReadable ? ReadingWords.noReading : SiteWords.notEvaluated), RecordFacts.missing("–")]
  }

  /// The readings with their groups and the latest date: "0.921 (18-25), 0.989 (41-60) on 2026-10-31".
  private static func readings(_ readings: [MetricReadings.Reading]) -> HTML {
    HTML.build { out in
      for (n, reading) in readings.prefix(most).enumerated() {
        if n > 0 { out.put(", ") }
        out.text(reading.text)
        if let group = reading.group {
          out.put(" ")
          out.element("span", "note", "(\(group))")
        }
      }
      if readings.count > most { out.element("span", "note", " \(SiteWords.andOthers)") }
      guard let last = readings.map(\.date).max() else { return }
      out.put(" <span class=\"note\">")
      out.text(ReadingWords.on)
      out.date(last)
      out.put("</span>")
    }
  }
}
