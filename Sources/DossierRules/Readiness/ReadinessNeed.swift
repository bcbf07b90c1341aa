import DossierAssessment
import DossierText

/// One part of what must be on record: the words for a measure, and whether an answer for only some of the counted things is enough.
struct ReadinessNeed: Sendable {
  let measure: ReadinessMeasure
  /// Follows "n of m": "AI systems in scope have an owner on record".
  let label: String
  /// The kinds of record without which there is nothing to show.
  let kinds: [String]
  /// What to do where records lack an answer. It begins with a verb.
  let next: String
  /// Whether a record without an answer is a gap. It is not a gap where the others are drafts, retired or dated after the as-of date.
  let mustBeWhole: Bool
  /// Whether the counted things are more than the answers. Otherwise "n of m" would say nothing.
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

  /// A need for which one answer is enough.
  static func some(_ measure: ReadinessMeasure, _ label: String, _ kinds: String..., next: String) -> ReadinessNeed {
    ReadinessNeed(measure, label, kinds: kinds, mustBeWhole: false, next: next)
  }

  /// A need for which one answer is enough, and that counts nothing but answers.
  static func count(_ measure: ReadinessMeasure, _ label: String, _ kinds: String..., next: String) -> ReadinessNeed {
    ReadinessNeed(measure, label, kinds: kinds, mustBeWhole: false, hasTotal: false, next: next)
  }

  /// A need for which each of the counted things must have an answer.
  static func every(_ measure: ReadinessMeasure, _ label: String, _ kinds: String..., next: String) -> ReadinessNeed {
    ReadinessNeed(measure, label, kinds: kinds, next: next)
  }
}
