import DossierRecords

extension Crosswalk.Claim {
  /// The strength for readers of a site. "Our" in the program's own crosswalks would mean the organisation there.
  var shownStrength: String {
    strength == .ourAnalysis && isBundled ? "analysis by the authors of dossier" : strength.rawValue
  }

  /// What the strength means, for a claim without a source that is shown.
  var meaning: String {
    switch strength {
    case .structuralFact: "follows from the structure of both documents"
    case .publishedMapping: "mapped by a publication without official standing"
    case .ourAnalysis: "read from titles and subjects; not reviewed by a lawyer or an auditor"
    case .article: "claimed in an article"
    }
  }
}
