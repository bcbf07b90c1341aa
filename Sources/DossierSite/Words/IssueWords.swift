import DossierAssessment
import DossierText

/// The wording of lists of diagnostics.
enum IssueWords {
  /// The level of a rule that is switched off.
  static let off = "off"
  static let exception = "Covered by an exception"
  static let baseline = "Known from the baseline"
  static let others = "Others are not listed here; the command dossier check lists all of them."
  static let otherSuppressed = "Others are not listed here; the command dossier check --format json lists all of them."

  /// Precedes a link to the exception.
  static let exceptedBy = "Excepted by "
  /// Follows the link to the exception.
  static func end(_ date: CivilDate) -> String { " until \(Wording.long(date))" }

  static let suppressed: FigureText = "\(FigureName.suppressed) covered by an exception or the baseline"
}
