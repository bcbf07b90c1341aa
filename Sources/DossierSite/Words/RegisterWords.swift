import DossierAssessment
import DossierRecords
import DossierText

/// The wording of registers.
enum RegisterWords {
  static let errors = "has errors"
  static let warnings = "has warnings"

  /// "Risks: 12 records on 31 October 2026".
  static func caption(_ kind: RecordKind, _ figures: Figures, asOf: CivilDate) -> FigureText {
    "\(kind.plural): " + figures.counted(.records(ofKind: kind.name), "record") + " on \(Wording.long(asOf))"
  }

  /// The caption of the matrix of inherent scores.
  static func inherent(_ figures: Figures) -> FigureText { "Inherent score of " + figures.counted(.risks(.all), "risk") }

  /// The caption of the matrix of residual scores.
  static func residual(_ figures: Figures) -> FigureText {
    let unscored = FigureName.risks(.unscored)
    return "Residual score of " + figures.counted(.risks(.all), "risk")
      + (figures.count(unscored) == 0 ? "" : "; \(unscored) without a residual score")
  }
}
