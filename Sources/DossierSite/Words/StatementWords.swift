import DossierAssessment
import DossierRecords
import DossierText

/// The wording of the Statement of Applicability.
enum StatementWords {
  static let title = "Statement of Applicability"
  static let none = "none"
  static let noEvidence = "no evidence"
  static let noRecord = "no record"
  static let noSystems = "–"
  static let staleApproval = "approval stale"
  static let excluded = "no, excluded"
  static let doesNotApply = "does not apply"
  static let undecided = "not decided: record with errors"
  /// Precedes the target date.
  static let target = "target "
  static let targetPassed = "target passed"
  static let noTarget = "no target date"
  /// The title of a group of controls that has no parent item in the catalogue.
  static let area = "Controls"

  /// The counts above the statement: "30 of 38 applicable". Each count has a part, a total and a word.
  static let counts: [(part: FigureName.StatementPart, total: FigureName.StatementPart, word: String)] = [
    (.applicable, .controls, "applicable"), (.excluded, .controls, "excluded"), (.undecided, .controls, "without a decision"),
    (.implemented, .applicable, "implemented"), (.partial, .applicable, "partial"), (.planned, .applicable, "planned"),
    (.notStarted, .applicable, "not started"),
  ]

  /// The caption of the statement: "38 controls of ISO/IEC 42001 Annex A on 31 October 2026".
  static func caption(_ site: Site) -> FigureText {
    site.figures.counted(.statement(.controls), "control") + " of ISO/IEC 42001 Annex A on \(Wording.long(site.asOf))"
  }

  /// The decision that an SoA line with errors states.
  static func written(_ isApplicable: Bool) -> String { "written: \(SiteWords.answer(isApplicable))" }

  /// The text for a control without a justification. `absence` says why the justification is missing from the SoA line, for
  /// example "not stated". `absence` is nil if the control has no SoA line.
  static func noJustification(_ absence: String?) -> String {
    absence.map { "Justification: \($0)." } ?? "No record states a decision on this control."
  }
}
