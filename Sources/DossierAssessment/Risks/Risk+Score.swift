package import DossierRecords

extension Risk {
  package var inherentScore: Int { inherent.likelihood.value * inherent.impact.value }

  package var residualScore: Int? { residual.map { $0.likelihood.value * $0.impact.value } }

  /// The residual score. If the risk has no residual score, the inherent score.
  package var score: Int { residualScore ?? inherentScore }

  /// The field that contains the score.
  package var scoreField: String { residual == nil ? "inherent" : "residual" }
}
