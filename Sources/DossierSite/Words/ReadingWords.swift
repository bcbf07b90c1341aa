import DossierAssessment
import DossierRecords
import DossierText

/// The wording of readings: the state of metrics and objectives, and the sentences above and below the table of readings.
enum ReadingWords {
  static let latestReading = "Latest reading"
  static let state = "State"
  static let noReading = "no reading"

  // The state of a metric.
  static let withinLimits = "within limits"
  static let noLimits = "no limits"
  /// Precedes the date since which the metric is in the state.
  static let since = "since "
  /// Precedes the date of the last reading.
  static let on = "on "

  static func level(_ level: Breach.Level) -> String {
    switch level {
    case .fail: "fails"
    case .warn: "warns"
    }
  }

  /// The state on the date of the last reading, if that reading is too old to show the present state.
  static func past(_ level: Breach.Level?, on date: CivilDate) -> String {
    switch level {
    case .fail?: "failed on \(date)"
    case .warn?: "warned on \(date)"
    case nil: "was within limits on \(date)"
    }
  }

  // The state of an objective.
  static func target(isMet: Bool) -> String { isMet ? "meets the target" : "does not meet the target" }

  static func target(wasMet: Bool, on date: CivilDate) -> String {
    (wasMet ? "met the target on " : "did not meet the target on ") + date.description
  }

  /// The note after the date of the latest reading: "no reading since". If the metric has groups, the note contains the names of
  /// at most four groups.
  static func late(_ groups: [String]) -> String {
    groups.isEmpty ? "no reading since" : "no reading since for \(groups.joined(separator: ", "))"
  }

  // Sentences. Those about the metric and the file of readings precede a link.
  static let noMetric = "The objective refers to no metric."
  static let measuredBy = "It is measured by "
  static let noFile = "The metric has no file of readings."
  static let readingsIn = "The readings are in "
  static let differentUnits =
    "The target and the metric have different units, so the readings are not compared with the target."

  /// "The target is at least 95 % by 31 December 2026. "
  static func lead(_ target: ObjectiveTarget, by date: CivilDate?) -> String {
    "The target is \(words(target))\(date.map { " by \(Wording.long($0))" } ?? ""). "
  }

  /// The target in words: "at least 95 %".
  static func words(_ target: ObjectiveTarget) -> String {
    switch target.comparison {
    case .atLeast: "at least \(target.value) \(target.unit)"
    case .atMost: "at most \(target.value) \(target.unit)"
    case .equal: "exactly \(target.value) \(target.unit)"
    }
  }

  /// The reason why the readings of a metric do not count, as a clause: "metric is a draft".
  static func metric(_ status: RecordStatus) -> String {
    "metric is \(status == .draft ? "a draft" : StatusWords.words(status))"
  }

  static func notCompared(_ reason: String) -> String { "The \(reason), so its readings are not compared with the target." }

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

  static func noReading(upTo date: CivilDate) -> String { "There is no reading up to \(Wording.long(date))." }

  static func unread(_ rows: Int) -> String { "\(Wording.count(rows, "row")) of the file could not be read." }
}
