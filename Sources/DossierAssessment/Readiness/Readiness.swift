package import DossierText

/// What is on record, on a day, for the questions a team asks itself before an audit and those an auditor asks: computed, never typed.
///
/// It says what records and rules show. Whether a management system conforms to the standard is for an auditor to say.
package struct Readiness: Sendable {
  package let asOf: CivilDate
  package let lists: [List]
  /// Errors and warnings that count and belong to none of the questions.
  package let elsewhere: Int

  package init(asOf: CivilDate, lists: [List], elsewhere: Int) {
    self.asOf = asOf
    self.lists = lists
    self.elsewhere = elsewhere
  }

  /// A checklist, or the questions of an auditor.
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

  /// How much there is to show. None of them is reached by having nothing.
  package enum State: String, Sendable, CaseIterable {
    /// Records answer each part of it, and no rule it rests on has an error or warning.
    case shown
    /// Records answer it, and all that its rules say has been excepted or is known from the baseline.
    case setAside = "set aside"
    /// Records answer it, but a rule it rests on is switched off, or there is nothing to hold it against.
    case notJudged = "not judged"
    /// Records answer it in part, or a rule it rests on has an error or warning.
    case openPoints = "open points"
    /// For at least one part of it there is no record that counts.
    case missing
  }

  package func count(_ state: State) -> Int { lists.reduce(0) { $0 + $1.count(state) } }

  package var total: Int { lists.reduce(0) { $0 + $1.answers.count } }
}
