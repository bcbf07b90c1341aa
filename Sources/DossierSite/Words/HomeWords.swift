import DossierAssessment
import DossierRecords

/// The wording of the home page.
enum HomeWords {
  static let forAuditor = "For the auditor"
  static let forAuthor = "For the author"
  static let forEveryone = "For everyone"
  static let noOwner = "no owner stated"

  /// The label of a key figure, and the words of the smaller figures below it.
  struct KeyFigure {
    let label: String
    let parts: [(FigureName, String)]
  }

  static let controls = KeyFigure(
    label: "applicable controls implemented",
    parts: [
      (.statement(.partial), "partial"), (.statement(.planned), "planned"), (.statement(.notStarted), "not started"),
      (.statement(.undecided), "without a decision"), (.statement(.excluded), "excluded"),
    ])

  static let evidence = KeyFigure(
    label: "implemented controls with fresh evidence",
    parts: [
      (.statement(.staleEvidence), "with evidence that is not fresh"), (.statement(.noEvidence), "without evidence"),
      (.statement(.otherEvidence), "others, not implemented, have evidence"),
    ])

  static let records = KeyFigure(
    label: "records without an error or warning",
    parts: [(.recordsWithError, "with errors"), (.recordsWithWarning, "with warnings")])

  static let reviews = KeyFigure(
    label: "reviews up to date", parts: [(.reviews(.overdue), "overdue"), (.reviews(.never), "never reviewed")])

  /// The key figure of risks. `limit` is the highest acceptable score.
  static func risks(limit: Int) -> KeyFigure {
    KeyFigure(
      label: "risks with an acceptable score (up to \(limit))",
      parts: [
        (.risks(.above), "above it"), (.risks(.notAccepted), "of these without a valid acceptance"),
        (.risks(.unscored), "without a residual score"),
      ])
  }

  /// The counts below the table of reviews.
  static func reviewTotal(_ figures: Figures, isComplete: Bool) -> FigureText {
    "\(FigureName.reviews(.overdue)) overdue, \(FigureName.reviews(.never)) never reviewed, of "
      + figures.counted(.reviews(.all), "record") + " with a review cycle or a next review."
      + (isComplete ? "" : " The table shows the first ones.")
  }

  /// The note of the link to the readiness page.
  static let readiness: FigureText =
    "\(FigureName.questions(.completeEvidence)) of \(FigureName.allQuestions) questions have complete evidence"
}
