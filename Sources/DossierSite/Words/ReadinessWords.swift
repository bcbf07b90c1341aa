import DossierAssessment

/// The wording of the states of the readiness page.
enum ReadinessWords {
  /// The condition under which a question has the state, as a clause.
  static func meaning(of state: Readiness.State) -> String {
    switch state {
    case .completeEvidence: "there are records for each part, and its rules have no error or warning"
    case .coveredByException:
      "there are records for each part; all issues of its rules are covered by an exception or the baseline"
    case .notEvaluated: "one of its rules is switched off, or there is nothing to compare the records with"
    case .issuesToFix: "a part that needs all of its total lacks some, or one of its rules has an error or warning"
    case .missing: "at least one part has no record that counts"
    }
  }

  /// "3 of 10 questions have complete evidence", for one list of questions.
  static func sum(_ list: Readiness.List, _ figures: Figures) -> FigureText {
    "\(FigureName.listComplete(list.id)) of " + figures.counted(.listQuestions(list.id), "question")
      + " \(list.count(.completeEvidence) == 1 ? "has" : "have") complete evidence"
  }

  static func elsewhere(_ figures: Figures) -> FigureText {
    figures.counted(.withoutQuestion, "error or warning belongs", "errors or warnings belong") + " to no question."
  }
}
