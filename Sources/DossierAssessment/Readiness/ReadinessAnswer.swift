package import DossierRecords
package import DossierText

extension Readiness {
  /// One question, and the records and diagnostics that belong to it.
  package struct Answer: Sendable {
    /// The id of the question, for example `audit-policy`. It is unique among all questions. Users can rely on it: it does not
    /// change.
    package let id: String
    package let question: String
    /// Clauses and controls of ISO/IEC 42001 that the question is about.
    package let clauses: [String]
    /// The kinds of record that answer the question.
    package let kinds: [String]
    /// The rules that belong to the question. The state also depends on the rules in `ReadinessTopic.everywhere`, and on errors
    /// in the counted records.
    package let rules: [RuleID]
    package let state: State
    package let counts: [Count]
    /// Errors and warnings that are not suppressed. An error or warning that `dossier.yaml` lowers to a note is included.
    package let open: [Problem]
    /// Errors and warnings that an exception or the baseline suppresses.
    package let suppressed: [Problem]
    /// Notes. They do not affect the state.
    package let notes: [Problem]
    /// The reasons why the question cannot be evaluated in full. Each reason is a sentence without a full stop.
    package let doubts: [String]

    package init(
      id: String, question: String, clauses: [String], kinds: [String], rules: [RuleID], state: State, counts: [Count],
      open: [Problem],
      suppressed: [Problem], notes: [Problem], doubts: [String]
    ) {
      self.id = id
      self.question = question
      self.clauses = clauses
      self.kinds = kinds
      self.rules = rules
      self.state = state
      self.counts = counts
      self.open = open
      self.suppressed = suppressed
      self.notes = notes
      self.doubts = doubts
    }
  }

  /// One part of a question: a measure with its result.
  package struct Count: Sendable {
    /// The name of the measure. The figures `FigureName.need` and `FigureName.needTotal` with this name list the counted records.
    package let measure: String
    /// The text after "n of m": "AI systems in scope have an impact assessment".
    package let label: String
    package let answered: Int
    package let total: Int
    /// Whether every counted record must meet the condition of the measure. If false, one record is enough.
    package let needsAll: Bool
    /// Whether `total` is shown. If a measure always has a total equal to `answered`, the total is not shown.
    package let hasTotal: Bool
    /// The records that show that the condition of the measure is met.
    package let evidence: [ReferenceGraph.Target]
    /// The counted records and items that do not meet the condition of the measure.
    package let lacking: [ReferenceGraph.Target]
    /// The reason why a record in `lacking` does not count, as a clause. Not every record in `lacking` has a reason.
    package let reasons: [ReferenceGraph.Target: String]
    package let state: State
    /// The next step if the answer is not complete. The text begins with a verb.
    package let next: String

    package init(
      measure: String, label: String, answered: Int, total: Int, needsAll: Bool, hasTotal: Bool = true,
      evidence: [ReferenceGraph.Target],
      lacking: [ReferenceGraph.Target],
      reasons: [ReferenceGraph.Target: String], state: State, next: String
    ) {
      self.measure = measure
      self.label = label
      self.answered = answered
      self.total = total
      self.needsAll = needsAll
      self.hasTotal = hasTotal
      self.evidence = evidence
      self.lacking = lacking
      self.reasons = reasons
      self.state = state
      self.next = next
    }

    /// The answer in words: "3 of 7 systems have an owner", "17 findings are on record". If the total is 0: "no systems …".
    package var sentence: String {
      total == 0 ? "no \(label)" : hasTotal ? "\(answered) of \(total) \(label)" : "\(answered) \(label)"
    }

    /// How many of the counted records and items must meet the condition, in words. Nil if the total is 0.
    package var requirement: String? { total == 0 ? nil : needsAll ? "needs all" : "needs at least one" }
  }

  /// A diagnostic that belongs to a question.
  package struct Problem: Sendable, Hashable {
    package let diagnostic: Diagnostic
    /// The record or page that the diagnostic is about. Nil if the diagnostic is about a file or the whole management system.
    package let subject: ReferenceGraph.Origin?
    /// The reason why the diagnostic is suppressed. Nil if the diagnostic counts.
    package let reason: Suppressed.Reason?

    package init(_ diagnostic: Diagnostic, _ subject: ReferenceGraph.Origin?, _ reason: Suppressed.Reason?) {
      self.diagnostic = diagnostic
      self.subject = subject
      self.reason = reason
    }
  }
}
