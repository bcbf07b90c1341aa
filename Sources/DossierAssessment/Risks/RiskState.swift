import DossierRecords
package import DossierText

/// The score of a risk against the appetite, and whether its acceptance covers it.
package struct RiskState: Sendable {
  package let score: Int
  package let inherent: Int
  package let residual: Int?
  /// The position of `score` relative to the appetite; nil where no appetite is stated.
  package let band: RiskAppetite.Band?
  package let acceptance: AcceptanceStatus

  /// Whether a role above the owner must accept the risk, and no acceptance covers it.
  package var needsAcceptance: Bool { band == .tolerable && !acceptance.isValid }

  init(_ risk: Risk, _ appetite: RiskAppetite, _ asOf: AsOfDate) {
    score = risk.score
    inherent = risk.inherentScore
    residual = risk.residualScore
    band = appetite.band(of: risk.score)
    acceptance = AcceptanceStatus(risk, asOf)
  }
}

/// Whether the acceptance of a risk covers its score on the as-of date.
package enum AcceptanceStatus: Sendable, Hashable {
  case missing
  /// The date of the acceptance is after the as-of date.
  case notYet(CivilDate)
  /// The `until` of the acceptance has passed.
  case expired(CivilDate)
  /// The risk now has a higher score than the score that was accepted.
  case outgrown(accepted: Int)
  /// The acceptance covers the score. `until` is the last day of the acceptance, if the record states one.
  case valid(until: CivilDate?)

  package var isValid: Bool { if case .valid = self { true } else { false } }

  init(_ risk: Risk, _ asOf: AsOfDate) {
    guard let acceptance = risk.acceptance else {
      self = .missing
      return
    }
    if !asOf.includes(acceptance.date) {
      self = .notYet(acceptance.date)
    } else if let until = acceptance.until, asOf.isPast(until) {
      self = .expired(until)
    } else if let accepted = acceptance.score?.value, risk.score > accepted {
      self = .outgrown(accepted: accepted)
    } else {
      self = .valid(until: acceptance.until)
    }
  }
}
