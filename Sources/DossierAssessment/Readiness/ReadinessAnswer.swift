package import DossierRecords
package import DossierText

extension Readiness {
  /// One question, and the records and diagnostics that belong to it.
  package struct Answer: Sendable {
    /// Unique among all questions, and stable: `audit-policy`.
    package let id: String
    package let question: String
    /// Clauses and controls of ISO/IEC 42001 that the question is about.
    package let clauses: [String]
    /// The kinds of record that answer the question.
    package let kinds: [String]
    /// The rules of the question. Rules on many kinds, and errors of the counted records, also affect the state.
    package let rules: [RuleID]
    package let state: State
    package let counts: [Count]
    /// Errors and warnings that count. They include each warning or error that `dossier.yaml` lowers to a note.
    package let open: [Problem]
    /// Errors and warnings that an exception or the baseline suppresses.
    package let suppressed: [Problem]
    /// Notes, which do not affect the state.
    package let notes: [Problem]
    /// Why the question cannot be evaluated in full. Each is a sentence without its full stop.
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
    /// The name of its measure. `FigureName.need` and `needTotal` with this name have its members.
    package let measure: String
    /// Follows "n of m": "AI systems in scope have an impact assessment".
    package let label: String
    package let answered: Int
    package let total: Int
    /// Whether every counted record must meet the condition of the measure. Otherwise one record is enough.
    package let needsAll: Bool
    /// Whether the total is shown. It is not shown if it is always equal to `answered`.
    package let hasTotal: Bool
    /// The records that show that the condition of the measure is met.
    package let evidence: [ReferenceGraph.Target]
    /// The counted records and items that do not meet the condition of the measure.
    package let lacking: [ReferenceGraph.Target]
    /// For some of `lacking`: the reason why a record does not count, as a clause.
    package let reasons: [ReferenceGraph.Target: String]
    package let state: State
    /// What to do if the answer is not complete. It begins with a verb.
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

    /// The answer in words: "3 of 7 systems have an owner", "17 findings are on record". Without anything counted: "no systems …".
    package var sentence: String {
      total == 0 ? "no \(label)" : hasTotal ? "\(answered) of \(total) \(label)" : "\(answered) \(label)"
    }

    /// How many of the counted things must have an answer, in words. Nil where nothing is counted.
    package var requirement: String? { total == 0 ? nil : needsAll ? "needs all" : "needs at least one" }
  }

  /// A diagnostic that belongs to a question.
  package struct Problem: Sendable, Hashable {
    package let diagnostic: Diagnostic
    /// The record that the diagnostic is about; nil if it is about a file or the whole management system.
    package let subject: ReferenceGraph.Origin?
    /// Why the diagnostic does not count; nil if it counts.
    package let reason: Suppressed.Reason?

    package init(_ diagnostic: Diagnostic, _ subject: ReferenceGraph.Origin?, _ reason: Suppressed.Reason?) {
      self.diagnostic = diagnostic
      self.subject = subject
      self.reason = reason
    }
  }
}
