package import DossierRecords
package import DossierText

/// A decision that a role signed: an approval, the acceptance of a risk, a gate, a change or an exception.
package struct Signature: Sendable {
  package let entry: Entry
  /// The field that contains the role.
  package let field: String
  package let role: Reference<Role>
  package let date: CivilDate?
  /// The date on which the role was retired, if this date is not after the date of the signature. Otherwise nil.
  package let retiredBefore: CivilDate?

  /// All signatures of current records up to the as-of date, in the order of the records. Signatures without a date are included.
  static func all(_ dated: DatedDossier) -> [Signature] {
    var all: [Signature] = []
    for (position, entry) in dated.dossier.entries.enumerated() where dated.isCurrent(position) {
      for (i, approval) in dated.approvals(of: entry) {
        all.append(Signature(entry, "approvals[\(i)].by", approval.by, approval.date, dated))
      }
      if let own = own(entry, dated), own.date.map(dated.asOf.includes) ?? true { all.append(own) }
    }
    return all
  }

  /// The signature that the record contains in the fields of `KindTraits.signature`. Nil if the kind has no such fields.
  private static func own(_ entry: Entry, _ dated: DatedDossier) -> Signature? {
    guard let fields = entry.kind.traits.signature,
      case .record(let role)? = entry.values(of: fields.role).first
    else { return nil }
    let date = fields.date.flatMap { entry.values(of: $0).first?.day }
    return Signature(entry, fields.role, Reference<Role>(id: role), date, dated)
  }

  private init(_ entry: Entry, _ field: String, _ role: Reference<Role>, _ date: CivilDate?, _ dated: DatedDossier) {
    self.entry = entry
    self.field = field
    self.role = role
    self.date = date
    // Read the date from the entry, because a role that could not be decoded can still have a retirement date.
    let position = dated.dossier.position(of: role.id).flatMap { dated.dossier.entries[$0].kind.name == Role.name ? $0 : nil }
    let retired = position.flatMap(dated.retirement)
    retiredBefore = retired.flatMap { day in date.map { day <= $0 } ?? false ? day : nil }
  }
}
