import DossierRecords

extension Crosswalk.Claim {
  /// The strength of the claim on a site. "Our analysis" in a built-in crosswalk would mean the organisation, so the authors are named.
  var shownStrength: String {
    strength == .ourAnalysis && isBundled ? "analysis by the authors of dossier" : strength.rawValue
  }

  /// The meaning of the strength, for a claim without a visible source.
  var meaning: String {
    switch strength {
    case .structuralFact: "follows from the structure of both documents"
    case .publishedMapping: "mapped by a publication without official standing"
    case .ourAnalysis: "read from titles and subjects; not reviewed by a lawyer or an auditor"
    case .article: "claimed in an article"
    }
  }
}
