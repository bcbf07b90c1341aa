import DossierAssessment
import DossierRecords
import DossierText

/// Topics of controls: the Statement of Applicability, and the implementation of its controls.
extension ReadinessTopic {
  static let statement = ReadinessTopic(
    ["6.1.3"],
    rules: [
      .controlDriverMissing, .controlOwnerMissing, .controlUnanswered, .duplicateImplementation, .exclusionContradicted,
      .exclusionUnjustified, .excludedControlInUse, .inclusionUnjustified, .lineWithoutControl, .responsibilityContradicted,
    ],
    needs: [
      .every(
        .decidedControls, "controls of Annex A have an SoA line that decides whether they apply", ControlImplementation.name,
        next: "decide for each control whether it applies, and state why (`dossier new control-implementation`)")
    ])

  static let controls = ReadinessTopic(
    ["6.1.3", "8.1", "8.3"],
    rules: [
      .controlEffectUnchecked, .controlWithoutMeasure, .evidenceExpired, .evidenceMissing, .evidenceNowhere,
      .evidencePeriodLapsed,
      .evidenceSelfReviewed, .evidenceStale, .evidenceUnseen, .evidenceWithoutDigest, .targetMissing, .targetPassed,
      .treatmentNotInPlace, .treatmentWithoutEvidence,
    ],
    needs: [
      .every(
        .implementedControls, "applicable controls are implemented", ControlImplementation.name,
        next: "implement the control by its target date, or correct `implementation` in its SoA line"),
      .every(
        .shownControls, "implemented controls have fresh evidence", Evidence.name,
        next: "collect fresh evidence and refer to it in the SoA line of the control (`dossier new evidence`)"),
    ])
}
