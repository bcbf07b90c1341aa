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
      case .fail?: ("fails", .poor)
      case .warn?: ("warns", .fair)
      case nil: hasLimits ? ("within limits", .good) : ("no limits", .plain)
      }
    guard tone != .plain else { return out.element("span", "none", words) }
    if let last = late.map(\.reading.date).min() {
      // The latest reading is too old to show the present state, so the badge is not green.
      let past =
        switch level {
        case .fail?: "failed on \(last)"
        case .warn?: "warned on \(last)"
        case nil: "was within limits on \(last)"
        }
      out.element("span", "badge \(tone == .good ? "plain" : tone.rawValue)", past)
      out.put(" ")
      return out.element("span", "note", LateReadings.words(late))
    }
    out.element("span", "badge \(tone.rawValue)", words)
    out.put(" <span class=\"note\">since ")
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
      return out.element("span", "badge \(tone.rawValue)", isMet ? "meets the target" : "does not meet the target")
    }
    out.element(
      "span", "badge \(isMet ? "plain" : tone.rawValue)",
      (isMet ? "met the target on " : "did not meet the target on ") + last.description)
    out.put(" ")
    out.element("span", "note", LateReadings.words(late))
  }
}

/// The remark on readings that are too old.
private enum LateReadings {
  /// The note after the date of the latest reading: "no reading since". If the metric has groups, the note contains the names of
  /// at most four groups.
  static func words(_ late: [GroupReading]) -> String {
    let groups = late.compactMap(\.reading.group)
    return groups.isEmpty ? "no reading since" : "no reading since for \(groups.prefix(4).joined(separator: ", "))"
  }
}
