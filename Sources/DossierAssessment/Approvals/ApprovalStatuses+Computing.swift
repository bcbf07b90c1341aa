import DossierRecords
import DossierText

extension ApprovalStatuses {
  /// Decides the status of every approval. Proofs come from the dossier. If git was not read, no approval is proved.
  init(_ dated: DatedDossier, _ authorities: Authorities, _ statement: StatementOfApplicability) {
    var statuses: [Int: [ApprovalStatus]] = [:]
    var stale: [StaleRecord] = []
    for (position, entry) in dated.dossier.entries.enumerated() {
      guard let approvals = entry.head?.approvals, !approvals.isEmpty else { continue }
      let subject = Subject(position: position, entry: entry, approvals: approvals, authorities: authorities, dated: dated)
      statuses[position] = subject.statuses
      if let index = subject.staleApproval { stale.append(StaleRecord(position: position, index: index)) }
    }
    self.init(
      statuses: statuses, stale: stale, suspicions: stale.flatMap { Dependents(of: $0, dated, statement).suspicions })
  }
}

/// One record with approvals.
private struct Subject {
  let position: Int
  let entry: Entry
  let approvals: [Approval]
  let authorities: Authorities
  let dated: DatedDossier

  /// The approvals of a role that can replace another approval. An approval with a digest is replaced only by an approval with a
  /// digest. A proved approval is replaced only by a proved approval.
  private struct Successors: Hashable {
    let role: String
    let demand: Demand

    enum Demand { case none, digest, proof }
  }

  /// The status of each approval, in their order.
  var statuses: [ApprovalStatus] {
    let own = approvals.indices.map(ownStatus)
    let roles = approvals.map { RecordID.key($0.by.id) }
    var last: [Successors: Int] = [:]
    for i in approvals.indices where dated.asOf.includes(approvals[i].date) {
      var demands: [Successors.Demand] = [.none]
      if approvals[i].digest != nil { demands.append(.digest) }
      if own[i].kind == .proved { demands.append(.proof) }
      for demand in demands {
        let key = Successors(role: roles[i], demand: demand)
        if last[key].map({ approvals[$0].date <= approvals[i].date }) ?? true { last[key] = i }
      }
    }
    return approvals.indices.map { i in
      let approval = approvals[i]
      guard dated.asOf.includes(approval.date) else { return .notYet }
      let demand: Successors.Demand = own[i].kind == .proved ? .proof : approval.digest != nil ? .digest : .none
      guard let later = last[Successors(role: roles[i], demand: demand)], later != i else { return own[i] }
      return .superseded(approvals[later].date)
    }
  }

  /// The status without regard to other approvals of the same role.
  private func ownStatus(of index: Int) -> ApprovalStatus {
    let approval = approvals[index]
    let finding = dated.dossier.proofs[entry, index]
    if !dated.dossier.covers(entry, approval: index) {
      if case .changed(let text)? = finding { return .stale(text) }
      return .stale(.unknown("git was not read, so the changes are not known"))
    }
    if let lapse = lapse(of: approval) { return .lapsed(lapse) }
    guard approval.digest != nil else { return .asserted(.unbound) }
    switch finding {
    case .proved(let proof)?: return .proved(proof)
    case .unproved(let doubt)?: return .asserted(doubt)
    case .changed?, nil: return .asserted(.notAsked)
    }
  }

  private func lapse(of approval: Approval) -> ApprovalLapse? {
    if let until = approval.until, dated.asOf.isPast(until) { return .until(until) }
    guard let role = dated.dossier.position(of: approval.by.id), dated.dossier.entries[role].kind.name == Role.name else {
      return .noRole(approval.by.id)
    }
    let roleEntry = dated.dossier.entries[role]
    // If the record is about an event, the approval remains valid when the role is retired later. A role with the status `draft`
    // was never retired, so an approval by this role is not valid.
    let endedLater = dated.wasRetired(role, after: approval.date)
    if !dated.counts(role), !(entry.isEvent && endedLater) {
      return .roleOutOfUse(roleEntry.id, dated.isRetired(role) ? dated.retirement(of: role) : nil)
    }
    return authorities.mayApprove(approval.by, entry.kind.name) ? nil : .noAuthority(roleEntry.id)
  }

  /// The index of the last approval with a digest, if no approval with a digest covers the current record.
  ///
  /// Nil if an approval with a digest covers the current record, if no approval has a digest, or if the record is not current.
  /// Approvals dated after the as-of date are ignored.
  var staleApproval: Int? {
    guard dated.isCurrent(position) else { return nil }
    let bound = dated.approvals(of: entry).filter { $0.approval.digest != nil }
    return bound.contains { dated.dossier.covers(entry, approval: $0.index) } ? nil : bound.last?.index
  }
}
