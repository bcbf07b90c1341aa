import DossierAssessment
import DossierRecords
import DossierText

/// The state of a metric in words, or the state of one group of the metric. A group is a subset of the readings, such as an age
/// band.
struct ReadingState {
  private let level: Breach.Level?
  private let hasLimits: Bool
  private let since: CivilDate
  /// The groups whose latest reading is too old for the frequency of the metric.
  private let late: [GroupReading]

  /// The state of one group.
  init(_ group: GroupReading, hasLimits: Bool) {
    (level, since, self.hasLimits) = (group.level, group.since, hasLimits)
    late = group.isCurrent ? [] : [group]
  }

  /// The state of the whole metric. Nil if there is no reading.
  init?(_ state: MetricState) {
    guard let since = state.since else { return nil }
    (level, self.since, hasLimits, late) = (state.level, since, state.hasLimits, state.late)
  }

  func write(_ out: inout [UInt8]) {
    let (words, tone): (String, Tone) =
      switch level {
      case .fail?: (ReadingWords.level(.fail), .poor)
      case .warn?: (ReadingWords.level(.warn), .fair)
      case nil: hasLimits ? (ReadingWords.withinLimits, .good) : (ReadingWords.noLimits, .plain)
      }
    guard tone != .plain else { return out.element("span", "none", words) }
    if let last = late.map(\.reading.date).min() {
      // The latest reading is too old to show the present state, so the badge is not green.
      out.element(
        "span", "badge \(tone == .good ? "plain" : tone.rawValue)", ReadingWords.past(level, on: last))
      out.put(" ")
      return out.element("span", "note", ReadingWords.late(late.compactMap(\.reading.group)))
    }
    out.element("span", "badge \(tone.rawValue)", words)
    out.put(" <span class=\"note\">")
    out.text(ReadingWords.since)
    out.date(since)
    out.put("</span>")
  }
}

/// Whether an objective meets its target, in words.
struct TargetState {
  let isMet: Bool
  /// Whether the date of the objective has passed.
  let isDue: Bool
  /// The groups whose latest reading is too old for the frequency of the metric.
  let late: [GroupReading]

  func write(_ out: inout [UInt8]) {
    let tone: Tone = isMet ? .good : isDue ? .poor : .fair
    guard let last = late.map(\.reading.date).min() else {
      return out.element("span", "badge \(tone.rawValue)", ReadingWords.target(isMet: isMet))
    }
    out.element(
      "span", "badge \(isMet ? "plain" : tone.rawValue)",
      ReadingWords.target(wasMet: isMet, on: last))
    out.put(" ")
    out.element("span", "note", ReadingWords.late(late.compactMap(\.reading.group)))
  }
}
