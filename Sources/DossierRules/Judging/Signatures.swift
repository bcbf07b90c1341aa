import DossierRecords
import DossierText

/// A place where a role signed for something: approved it, accepted it, let it pass.
struct Signature {
  let entry: Entry
  /// The field that names the role.
  let field: String
  let role: Reference<Role>
  let date: CivilDate?

  /// All that had been signed by a day, in the order of the records.
  static func all(_ dossier: Dossier, on day: CivilDate) -> [Signature] {
    var all: [Signature] = []
    for entry in dossier.entries where entry.isInForce {
      for (i, approval) in entry.approvals(upTo: day) {
        all.append(Signature(entry: entry, field: "approvals[\(i)].by", role: approval.by, date: approval.date))
      }
      if let own = own(entry), (own.date ?? day) <= day { all.append(own) }
    }
    return all
  }

  private static func own(_ entry: Entry) -> Signature? {
    switch entry.record {
    case let risk as Risk:
      risk.acceptance.map { Signature(entry: entry, field: "acceptance.by", role: $0.by, date: $0.date) }
    case let change as Change:
      change.approvedBy.map { Signature(entry: entry, field: "approved_by", role: $0, date: change.date) }
    case let gate as LifecycleGate:
      gate.approvedBy.map { Signature(entry: entry, field: "approved_by", role: $0, date: gate.date) }
    case let exception as DossierRecords.Exception:
      Signature(entry: entry, field: "approved_by", role: exception.approvedBy, date: nil)
    default: nil
    }
  }
}
