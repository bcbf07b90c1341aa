import DossierRecords

/// What the organisation says it can live with, in products of likelihood and impact; nothing of it is presumed.
struct RiskAppetite {
  /// Up to here the owner of a system may accept.
  let acceptable: Int?
  /// Above this nobody may.
  let tolerable: Int?

  init(_ dossier: Dossier) {
    acceptable = dossier.configuration.risk?.acceptable?.value
    tolerable = dossier.configuration.risk?.tolerable?.value
  }
}

extension Risk {
  var inherentScore: Int { inherent.likelihood.value * inherent.impact.value }

  var residualScore: Int? { residual.map { $0.likelihood.value * $0.impact.value } }

  /// What is left as far as anybody has said: the residual score, else the inherent one.
  var score: Int { residualScore ?? inherentScore }

  /// The field that says the score.
  var placeOfScore: String { residual == nil ? "inherent" : "residual" }
}
