package import DossierText

/// The answers to questions that a team or an auditor asks about the management system, on the as-of date.
///
/// The answers are computed from records and rules. Nobody enters an answer by hand. The answers do not state whether the
/// management system conforms to the standard; an auditor decides that.
package struct Readiness: Sendable {
  package let asOf: CivilDate
  package let lists: [List]
  /// The number of errors and warnings that count and do not belong to any question.
  package let elsewhere: Int

  package init(asOf: CivilDate, lists: [List], elsewhere: Int) {
    self.asOf = asOf
    self.lists = lists
    self.elsewhere = elsewhere
  }

  /// One list of questions: a checklist, or the questions of an auditor.
  package struct List: Sendable {
    package let id: String
    package let title: String
    package let lead: String
    package let answers: [Answer]

    package init(id: String, title: String, lead: String, answers: [Answer]) {
      self.id = id
      self.title = title
      self.lead = lead
      self.answers = answers
    }

    package func count(_ state: State) -> Int { answers.count { $0.state == state } }
  }

  /// How complete the evidence for a question is. A question without records is `missing`.
  package enum State: String, Sendable, CaseIterable {
    /// Records answer each part of the question completely, and no error or warning belongs to the question.
    case completeEvidence = "complete evidence"
    /// Records answer the question. Exceptions or the baseline suppress all errors and warnings that belong to the question.
    case coveredByException = "covered by an exception"
    /// Records answer the question, but a part of the question cannot be evaluated, for example because a rule is switched off
    /// (`Answer.doubts`).
    case notEvaluated = "not evaluated"
    /// Each part of the question has a record that counts. But a part is not answered completely, or an error or warning belongs
    /// to the question.
    case issuesToFix = "issues to fix"
    /// At least one part of the question has no record that counts.
    case missing
  }

  package func count(_ state: State) -> Int { lists.reduce(0) { $0 + $1.count(state) } }

  package var total: Int { lists.reduce(0) { $0 + $1.answers.count } }
}
