import DossierRecords

extension Assessment {
  /// Whether the record must have an approval: it is under document control (clause 7.5.2), its kind requires `approvals`, or
  /// `dossier.yaml` demands approvals of its kind.
  ///
  /// A template or a register needs none, because people fill it in. Retired, superseded and rejected records need none.
  package func needsApproval(_ position: Int) -> Bool {
    let entry = dossier.entries[position]
    guard isCurrent(position) else { return false }
    if dossier.configuration.approvals.contains(where: { $0.kind.value == entry.kind.name }) { return true }
    if let document = entry.record as? ManagedDocument, document.type == .template || document.type == .register { return false }
    return entry.kind.traits.isControlledDocument || entry.kind.requiredCommon.contains("approvals")
  }

  /// The records that count, must have an approval, and have no valid one. A record that could not be decoded may have one.
  package var unapproved: [Int] {
    dossier.entries.indices.filter { position in
      let entry = dossier.entries[position]
      guard counts(position), entry.record != nil, let head = entry.head, needsApproval(position) else { return false }
      // An adopted file may name a person as approver. That person is unknown here.
      if entry.isAdopted, head.approvals.isEmpty, entry.field("approvals") != nil { return false }
      return !approvals.statuses(of: position).contains(where: \.isValid)
    }
  }
}
