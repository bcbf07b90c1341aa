import DossierRecords

extension Assessment {
  /// Whether the record must have an approval.
  ///
  /// A current record needs an approval in three cases:
  ///
  /// - The record is under document control (clause 7.5.2).
  /// - `approvals` is a required field of the kind of the record.
  /// - `dossier.yaml` demands approvals for records of this kind.
  ///
  /// A template or a register needs an approval only if `dossier.yaml` demands one, because people fill in these documents.
  /// Retired, superseded and rejected records do not need an approval.
  package func needsApproval(_ position: Int) -> Bool {
    let entry = dossier.entries[position]
    guard isCurrent(position) else { return false }
    if dossier.configuration.approvals.contains(where: { $0.kind.value == entry.kind.name }) { return true }
    if let document = entry.record as? ManagedDocument, document.type == .template || document.type == .register { return false }
    return entry.kind.traits.isControlledDocument || entry.kind.requiredCommon.contains("approvals")
  }

  /// The records that count and must have an approval, but have no valid approval.
  ///
  /// Records that could not be decoded are left out, because they may contain a valid approval.
  package var unapproved: [Int] {
    dossier.entries.indices.filter { position in
      let entry = dossier.entries[position]
      guard counts(position), entry.record != nil, let head = entry.head, needsApproval(position) else { return false }
      // An adopted file (`Entry.isAdopted`) can name a person as the approver. The program cannot check such an approval, so the
      // record is left out.
      if entry.isAdopted, head.approvals.isEmpty, entry.field("approvals") != nil { return false }
      return !approvals.statuses(of: position).contains(where: \.isValid)
    }
  }
}
