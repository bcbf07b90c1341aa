import DossierRecords

extension Assessment {
  /// Whether the record must have an approval: its kind needs an independent one, or `dossier.yaml` demands approvals of its kind.
  ///
  /// A template or a register needs none. An SoA line needs one, because management approves the treatment of risks (clause 6.1.3).
  package func needsApproval(_ position: Int) -> Bool {
    let entry = dossier.entries[position]
    guard isCurrent(position) else { return false }
    if dossier.configuration.approvals.contains(where: { $0.kind.value == entry.kind.name }) { return true }
    if let document = entry.record as? ManagedDocument, document.type == .template || document.type == .register { return false }
    return entry.kind.traits.needsIndependentApproval || entry.kind.name == ControlImplementation.name
  }
}
