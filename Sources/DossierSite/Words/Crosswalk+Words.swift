import DossierRecords

extension Crosswalk.Claim {
  /// Whether the claim is built into the program and cites no authoritative publication.
  var isUnofficial: Bool { isBundled && publication == nil }

  /// The strength of the claim, in words for readers of the site. The claims of the program do not say "our": on a site, "our"
  /// would mean the organisation.
  var shownStrength: String {
    switch strength {
    case .publishedMapping where isUnofficial: "unofficial mapping"
    case .ourAnalysis where isBundled: "analysis by the authors of dossier"
    case .article: "published paper"
    default: strength.rawValue
    }
  }

  /// The meaning of the strength, for a claim without a visible source.
  var meaning: String {
    switch strength {
    case .structuralFact: "follows from the structure of both documents"
    case .publishedMapping: "published by somebody without official standing"
    case .ourAnalysis: "read from titles and subjects; not reviewed by a lawyer or an auditor"
    case .article: "claimed in a published paper"
    }
  }

  var tone: Tone {
    switch strength {
    case .structuralFact: .good
    case .publishedMapping: isUnofficial ? .fair : .plain
    case .ourAnalysis, .article: .fair
    }
  }
}
