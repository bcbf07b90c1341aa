import DossierRecords

/// The risk appetite that the organisation states in `dossier.yaml`. A score is the product of likelihood and impact. The
/// appetite has no default.
package struct RiskAppetite: Sendable, Hashable {
  /// The highest score that the owner of a system may accept.
  package let acceptable: Int?
  /// The highest score that may be accepted at all.
  package let tolerable: Int?

  init(_ dossier: Dossier) {
    acceptable = dossier.configuration.risk?.acceptable?.value
    tolerable = dossier.configuration.risk?.tolerable?.value
  }

  /// The band of a score: its position relative to the limits. Nil if the organisation has not stated `acceptable`.
  package func band(of score: Int) -> Band? {
    guard let acceptable else { return nil }
    if score <= acceptable { return .acceptable }
    guard let tolerable else { return .tolerable }
    return score <= tolerable ? .tolerable : .intolerable
  }

  package enum Band: Int, Sendable, Hashable, CaseIterable {
    /// The owner of the system may accept the risk.
    case acceptable = 1
    /// A role above the owner must accept the risk.
    case tolerable
    /// No role may accept the risk.
    case intolerable
  }
}
