package import DossierRecords
package import DossierText

/// A decision that a role signed for: an approval, the acceptance of a risk, a gate, a change or an exception.
package struct Signature: Sendable {
  package let entry: Entry
  /// The field that names the role.
  package let field: String
  package let role: Reference<Role>
  package let date: CivilDate?

  /// All signatures of current records up to the as-of date, in the order of the records.
  static func all(_ dated: DatedDossier) -> [Signature] {
    var all: [Signature] = []
    for (position, entry) in dated.dossier.entries.enumerated() where dated.isCurrent(position) {
      for (i, approval) in dated.approvals(of: entry) {
        all.append(Signature(entry: entry, field: "approvals[\(i)].by", role: approval.by, date: approval.date))
      }
      if let own = own(entry), own.date.map(dated.asOf.includes) ?? true { all.append(own) }
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
