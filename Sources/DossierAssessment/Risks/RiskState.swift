import DossierRecords
package import DossierText

/// The score of a risk against the appetite, and whether its acceptance covers it.
///
/// The scores are read from the fields, so that a risk with an error in another field is not left out.
package struct RiskState: Sendable {
  /// The residual score, or the inherent score where no residual score is recorded.
  package let score: Int
  /// The position of `score` relative to the appetite; nil where no appetite is stated.
  package let band: RiskAppetite.Band?
  package let acceptance: AcceptanceStatus

  /// Whether a role above the owner must accept the risk, and no acceptance covers it.
  package var needsAcceptance: Bool { band == .tolerable && !acceptance.isValid }

  /// Nil where the risk has no score that can be read.
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
  /// There is none, or it could not be read.
  case missing
  /// The date of the acceptance is after the as-of date.
  case notYet(CivilDate)
  /// The `until` of the acceptance has passed.
  case expired(CivilDate)
  /// The risk now has a higher score than the score that was accepted.
  case outgrown(accepted: Int)
  /// The role could not accept the risk.
  case unauthorised(Reason)
  /// The acceptance covers the score. `until` is the last day of the acceptance, if the record states one.
  case valid(until: CivilDate?)

  /// Why a role could not accept a risk.
  package enum Reason: Sendable, Hashable {
    case noRole
    /// The role does not count, and it was not retired after the acceptance.
    case notEffective
    /// The role neither owns the risk or one of its systems and accepted a score up to `acceptable`, nor may it accept the score.
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
