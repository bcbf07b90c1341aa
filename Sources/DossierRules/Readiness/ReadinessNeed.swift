import DossierAssessment
import DossierText

/// One part of the evidence for a question: a measure, its wording, and whether every counted record must meet the condition of
/// the measure.
struct ReadinessNeed: Sendable {
  let measure: ReadinessMeasure
  /// The words after "n of m": "AI systems in scope have an owner on record".
  let label: String
  /// The kinds of record that this part needs.
  let kinds: [String]
  /// The next action, if some records do not meet the condition. The text begins with a verb.
  let next: String
  /// Whether every counted record must meet the condition of the measure. If false, one record is enough.
  let mustBeWhole: Bool
  /// Whether the text shows the total, for example "3 of 5" instead of "3". False for a measure that counts only records that
  /// meet its condition, because both numbers are then always equal.
  let hasTotal: Bool

  init(
    _ measure: ReadinessMeasure, _ label: String, kinds: [String], mustBeWhole: Bool = true, hasTotal: Bool = true, next: String
  ) {
    self.measure = measure
    self.label = label
    self.kinds = kinds
    self.mustBeWhole = mustBeWhole
    self.hasTotal = hasTotal
    self.next = next
  }

  /// A need that is met if one record meets the condition of the measure.
  static func some(_ measure: ReadinessMeasure, _ label: String, _ kinds: String..., next: String) -> ReadinessNeed {
    ReadinessNeed(measure, label, kinds: kinds, mustBeWhole: false, next: next)
  }

  /// A need that is met if one record meets the condition of the measure. The total is not shown.
  static func count(_ measure: ReadinessMeasure, _ label: String, _ kinds: String..., next: String) -> ReadinessNeed {
    ReadinessNeed(measure, label, kinds: kinds, mustBeWhole: false, hasTotal: false, next: next)
  }

  /// A need that is met only if every counted record meets the condition of the measure.
  static func every(_ measure: ReadinessMeasure, _ label: String, _ kinds: String..., next: String) -> ReadinessNeed {
    ReadinessNeed(measure, label, kinds: kinds, next: next)
  }
}
