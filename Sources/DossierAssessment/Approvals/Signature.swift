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

  /// The signature in the fields that the kind's traits name.
  private static func own(_ entry: Entry) -> Signature? {
    guard let fields = entry.kind.traits.signature,
      case .record(let role)? = entry.values(of: fields.role).first
    else { return nil }
    let date = fields.date.flatMap { entry.values(of: $0).first?.day }
    return Signature(entry: entry, field: fields.role, role: Reference<Role>(id: role), date: date)
  }
}
