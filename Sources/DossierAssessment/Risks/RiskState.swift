import DossierRecords
package import DossierText

/// The score of a risk compared with the risk appetite, and whether the acceptance of the risk covers the score.
///
/// The scores are read from the fields, so a risk with an error in another field also has a state.
package struct RiskState: Sendable {
  /// The residual score. If the risk has no residual score, the inherent score.
  package let score: Int
  /// The position of `score` relative to the appetite. Nil if the organisation has not stated its appetite.
  package let band: RiskAppetite.Band?
  package let acceptance: AcceptanceStatus

  /// Whether a role above the owner must accept the risk, but the risk has no valid acceptance.
  package var needsAcceptance: Bool { band == .tolerable && !acceptance.isValid }

  /// Creates the state of the risk at `position`. Nil if neither the residual nor the inherent score can be read.
  init?(_ position: Int, _ dated: DatedDossier, _ authorities: Authorities, _ appetite: RiskAppetite) {
    let entry = dated.dossier.entries[position]
    guard let score = RiskScore(of: entry, "residual") ?? RiskScore(of: entry, "inherent") else { return nil }
    self.score = score.value
    band = appetite.band(of: score.value)
    acceptance = AcceptanceStatus(position, score: score.value, dated, authorities, appetite)
  }
}

/// Whether the acceptance of a risk covers its score on the as-of date.
package enum AcceptanceStatus: Sendable, Hashable {
  /// The risk has no acceptance, or the record could not be decoded.
  case missing
  /// The date of the acceptance is after the as-of date.
  case notYet(CivilDate)
  /// The `until` of the acceptance has passed.
  case expired(CivilDate)
  /// The risk now has a higher score than the score that was accepted.
  case outgrown(accepted: Int)
  /// The role that accepted the risk was not allowed to accept it.
  case unauthorised(Reason)
  /// The acceptance covers the score. `until` is the last day of the acceptance, if the record states one.
  case valid(until: CivilDate?)

  /// Why a role was not allowed to accept a risk.
  package enum Reason: Sendable, Hashable {
    case noRole
    /// The role is not effective. This case does not include a role that was retired after the acceptance.
    case notEffective
    /// The role may not accept a risk with this score.
    ///
    /// An owner of the risk or of one of its systems may accept a score up to `acceptable`, or any score if `acceptable` is not
    /// configured. Every other case needs the authority from `Authorities`.
    case noAuthority
  }

  package var isValid: Bool { if case .valid = self { true } else { false } }

  fileprivate init(
    _ position: Int, score: Int, _ dated: DatedDossier, _ authorities: Authorities, _ appetite: RiskAppetite
  ) {
    guard let acceptance = (dated.dossier.entries[position].record as? Risk)?.acceptance else {
      self = .missing
      return
    }
    if !dated.asOf.includes(acceptance.date) {
      self = .notYet(acceptance.date)
    } else if let until = acceptance.until, dated.asOf.isPast(until) {
      self = .expired(until)
    } else if let accepted = acceptance.score?.value, score > accepted {
      self = .outgrown(accepted: accepted)
    } else if let reason = AcceptanceStatus.objection(to: acceptance, of: position, score: score, dated, authorities, appetite) {
      self = .unauthorised(reason)
    } else {
      self = .valid(until: acceptance.until)
    }
  }

  private static func objection(
    to acceptance: Acceptance, of position: Int, score: Int, _ dated: DatedDossier, _ authorities: Authorities,
    _ appetite: RiskAppetite
  ) -> Reason? {
    let dossier = dated.dossier
    guard let role = dossier.position(of: acceptance.by.id), dossier.entries[role].kind.name == Role.name else { return .noRole }
    guard dated.counts(role) || dated.wasRetired(role, after: acceptance.date) else { return .notEffective }
    let isOwner = dossier.owners(ofRisk: position).contains(RecordID.key(acceptance.by.id))
    if isOwner, score <= appetite.acceptable ?? Int.max { return nil }
    return authorities.mayApprove(acceptance.by, Risk.name, score: score) ? nil : .noAuthority
  }
}
