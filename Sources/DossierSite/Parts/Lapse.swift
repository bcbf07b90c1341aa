import DossierAssessment
import DossierRecords
import DossierText

/// A fact that makes a current record weaker than its status: something expired or was changed.
struct Lapse: Sendable {
  /// The field beside which the lapse is shown.
  let field: String
  let words: String

  static func all(_ site: Site, _ position: Int) -> [Lapse] {
    guard site.facts.isCurrent(position) else { return [] }
    let stale = site.facts.approvals.staleRecord(position).map { _ in Lapse(field: "approvals", words: "changed after approval") }
    return (stale.map { [$0] } ?? []) + ofKind(site, position)
  }

  private static func ofKind(_ site: Site, _ position: Int) -> [Lapse] {
    switch site.dossier.entries[position].kind.name {
    case Evidence.name:
      switch site.facts.evidenceStatus(of: position) {
      case .expired?: return [Lapse(field: "valid_until", words: "expired")]
      case .notCollected?: return [Lapse(field: "collected", words: "not collected yet")]
      case .fileDiffers?: return [Lapse(field: "file", words: "file differs")]
      case .valid?, .undecoded?, .notEffective?, nil: return []
      }
    case Risk.name:
      switch site.facts.risk(at: position)?.acceptance {
      case .notYet?: return [Lapse(field: "acceptance", words: "not accepted yet")]
      case .expired?: return [Lapse(field: "acceptance", words: "acceptance expired")]
      case .outgrown?: return [Lapse(field: "acceptance", words: "accepted at a lower score")]
      case .unauthorised?: return [Lapse(field: "acceptance", words: "accepted without authority")]
      case .valid?, .missing?, nil: return []
      }
    case ControlImplementation.name:
      let row = site.statement.row(ofLine: position)
      return row?.responsibility.contradictions.isEmpty == false
        ? [Lapse(field: "responsibility", words: "contradicts the record of a supplier")] : []
    default: return []
    }
  }
}
