import DossierAssessment
import DossierRecords
import DossierText

/// The wording of the acceptance of a risk.
enum RiskWords {
  /// States who accepted the risk, the accepted score and the end date, and whether the acceptance covers the current score.
  ///
  /// Nil if the risk has no acceptance and needs none.
  static func acceptance(_ site: Site, _ position: Int) -> String? {
    guard let state = site.facts.risk(at: position), let risk = site.dossier.entries[position].record as? Risk else { return nil }
    guard let given = risk.acceptance else {
      return site.dossier.entries[position].unread.contains("acceptance")
        ? "The acceptance cannot be read, so it does not count." : missing(site, state, risk)
    }
    let by = site.dossier.entry(given.by.id)?.title ?? given.by.id
    let what = given.score.map { "a score of \($0.value)" } ?? "this risk"
    let until = given.until.map { " until \(Wording.long($0))" } ?? " without an end date"
    let accepted = "\(by) accepted \(what) on \(Wording.long(given.date))\(until)."
    return switch state.acceptance {
    case .missing: nil
    case .notYet(let date):
      "Not accepted on \(Wording.long(site.asOf)): the acceptance by \(by) is dated \(Wording.long(date))."
    case .expired: "\(accepted) The acceptance has expired."
    case .outgrown: "\(accepted) The score is now \(state.score), so the acceptance does not cover it."
    case .unauthorised(let reason): "\(accepted) The acceptance does not count: \(words(reason))."
    case .valid:
      given.score == nil
        ? "\(accepted) The acceptance states no score, so it is unknown whether it covers the current score of \(state.score)."
        : "\(accepted) The acceptance covers the current score of \(state.score)."
    }
  }

  /// The reason why the role was not allowed to accept the risk, as a clause.
  static func words(_ reason: AcceptanceStatus.Reason) -> String {
    switch reason {
    case .noRole: "there is no such role"
    case .notEffective: "the role is not effective"
    case .noAuthority: "the role may not accept a risk with this score"
    }
  }

  private static func missing(_ site: Site, _ state: RiskState, _ risk: Risk) -> String? {
    switch state.band {
    case .intolerable?: "Not accepted."
    case .tolerable?: "Not accepted yet."
    case .acceptable?, nil: risk.treatment == .accept ? "Not accepted yet." : nil
    }
  }

  // The matrix of scores.
  static let inherent = "inherent"
  static let residual = "residual"
  static let ownerMayAccept = "the owner of the system may accept this score"
  static let roleMayAccept = "only a role above the owner may accept this score"
  static let noRoleMayAccept = "no role may accept this score"

  /// States both scores of a risk, their meanings, and the acceptance.
  static func caption(
    inherent: (score: RiskScore?, meaning: String?), residual: (score: RiskScore?, meaning: String?), acceptance: String?
  ) -> String {
    func words(_ name: String, _ part: (score: RiskScore?, meaning: String?)) -> String {
      guard let score = part.score else { return "\(name) risk not scored" }
      let meaning = part.meaning.map { ": \($0)" } ?? ""
      return "\(name) score \(score.value) (\(score.likelihood) × \(score.impact))\(meaning)"
    }
    let sentences = "\(words("Inherent", inherent)). \(words("Residual", residual))."
    return sentences + (acceptance.map { " \($0)" } ?? "")
  }

  // The legend of the matrix.
  static func acceptable(upTo limit: Int) -> String { "Up to \(limit): the owner of the system may accept the risk" }

  static func tolerable(from first: Int, to last: Int) -> String {
    let band = first == last ? "\(last)" : "\(first) to \(last)"
    return "\(band): only a role above the owner may accept the risk"
  }

  static func intolerable(above limit: Int) -> String { "Above \(limit): no role may accept the risk" }
}
