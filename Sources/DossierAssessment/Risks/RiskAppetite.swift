import DossierRecords

/// The organisation's risk appetite, in products of likelihood and impact. There is no default.
package struct RiskAppetite: Sendable, Hashable {
  /// The highest score that the owner of a system may accept.
  package let acceptable: Int?
  /// The highest score that may be accepted at all.
  package let tolerable: Int?

  init(_ dossier: Dossier) {
    acceptable = dossier.configuration.risk?.acceptable?.value
    tolerable = dossier.configuration.risk?.tolerable?.value
  }

  /// The position of a score relative to the limits; nil where the organisation has stated none.
  package func band(of score: Int) -> Band? {
    guard let acceptable else { return nil }
    if score <= acceptable { return .acceptable }
    guard let tolerable else { return .tolerable }
    return score <= tolerable ? .tolerable : .intolerable
  }

  package enum Band: Int, Sendable, Hashable, CaseIterable {
    /// The owner of the system may accept it.
    case acceptable = 1
    /// A role above the owner must accept it.
    case tolerable
    /// Nobody may accept it.
    case intolerable
  }
}
