package import DossierRecords
package import DossierText

extension Readiness {
  /// One question and what there is to show for it.
  package struct Answer: Sendable {
    /// Unique among all questions, and stable: `audit-policy`.
    package let id: String
    package let question: String
    /// Clauses and controls of ISO/IEC 42001 that ask for it.
    package let clauses: [String]
    /// The kinds of record that answer it.
    package let kinds: [String]
    /// Rules it rests on; those that speak of records of many kinds, and errors of the counted records, come to them.
    package let rules: [RuleID]
    package let state: State
    package let counts: [Count]
    /// Errors and warnings, among them those that a level has made notes of.
    package let open: [Problem]
    /// What would be open, had nobody decided otherwise.
    package let setAside: [Problem]
    /// Of no weight here.
    package let notes: [Problem]
    /// Why it cannot be judged in full, each a sentence without its full stop.
    package let doubts: [String]

    package init(
      id: String, question: String, clauses: [String], kinds: [String], rules: [RuleID], state: State, counts: [Count],
      open: [Problem],
      setAside: [Problem], notes: [Problem], doubts: [String]
    ) {
      self.id = id
      self.question = question
      self.clauses = clauses
      self.kinds = kinds
      self.rules = rules
      self.state = state
      self.counts = counts
      self.open = open
      self.setAside = setAside
      self.notes = notes
      self.doubts = doubts
    }
  }

  /// One part of an answer, counted.
  package struct Count: Sendable {
    /// The name of its measure. `FigureName.need` and `needTotal` with this name have its members.
    package let measure: String
    /// Follows "n of m": "AI systems in scope have an impact assessment".
    package let label: String
    package let answered: Int
    package let total: Int
    /// What shows it.
    package let evidence: [ReferenceGraph.Target]
    /// What was counted in the total only.
    package let lacking: [ReferenceGraph.Target]
    /// Why, as a clause, of those of them where something is on record that does not count.
    package let reasons: [ReferenceGraph.Target: String]
    package let state: State
    /// What to do where it is not whole; begins with a verb.
    package let next: String

    package init(
      measure: String, label: String, answered: Int, total: Int, evidence: [ReferenceGraph.Target],
      lacking: [ReferenceGraph.Target],
      reasons: [ReferenceGraph.Target: String], state: State, next: String
    ) {
      self.measure = measure
      self.label = label
      self.answered = answered
      self.total = total
      self.evidence = evidence
      self.lacking = lacking
      self.reasons = reasons
      self.state = state
      self.next = next
    }
  }

  /// Something a rule has to say about it.
  package struct Problem: Sendable, Hashable {
    package let diagnostic: Diagnostic
    /// What it is about; nil for a file or the management system as a whole.
    package let subject: ReferenceGraph.Origin?
    /// Why it does not count; nil where it does.
    package let reason: Suppressed.Reason?

    package init(_ diagnostic: Diagnostic, _ subject: ReferenceGraph.Origin?, _ reason: Suppressed.Reason?) {
      self.diagnostic = diagnostic
      self.subject = subject
      self.reason = reason
    }
  }
}
