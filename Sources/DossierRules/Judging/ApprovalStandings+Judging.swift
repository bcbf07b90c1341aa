package import DossierRecords
package import DossierText

extension ApprovalStandings {
  /// Judges every approval of a dossier. What of it rests on git is in the dossier already; without that nothing is proved.
  package init(_ dossier: Dossier, asOf: CivilDate) {
    let authorities = Authorities(dossier, on: asOf)
    var states: [Int: [ApprovalState]] = [:]
    var stale: [StaleRecord] = []
    for (position, entry) in dossier.entries.enumerated() {
      guard let approvals = entry.head?.approvals, !approvals.isEmpty else { continue }
      states[position] = approvals.indices.map {
        ApprovalStandings.state(of: $0, entry, approvals, authorities, dossier, asOf)
      }
      if let index = entry.staleApproval(on: asOf) { stale.append(StaleRecord(position: position, index: index)) }
    }
    self.init(
      asOf: asOf, states: states, stale: stale,
      suspicions: stale.flatMap { Dependants(of: $0, dossier, asOf: asOf).suspicions })
  }

  private static func state(
    of index: Int, _ entry: Entry, _ approvals: [Approval], _ authorities: Authorities, _ dossier: Dossier, _ asOf: CivilDate
  ) -> ApprovalState {
    let approval = approvals[index]
    if approval.date > asOf { return .notYet }
    func own(_ i: Int) -> ApprovalState { ownState(of: approvals[i], i, entry, authorities, dossier, asOf) }
    let state = own(index)
    let role = RecordID.key(approval.by.id)
    // One without a digest takes nothing away from one that is bound to a text, nor one that nothing proves from one that is proved.
    let later = approvals.indices.filter { i in
      let other = approvals[i]
      return RecordID.key(other.by.id) == role && other.date <= asOf && (other.date, i) > (approval.date, index)
        && (other.digest != nil || approval.digest == nil) && (state.kind != .proved || own(i).kind == .proved)
    }
    let last = later.max { (approvals[$0].date, $0) < (approvals[$1].date, $1) }
    return last.map { .superseded(approvals[$0].date) } ?? state
  }

  /// As if it were the role's only one.
  private static func ownState(
    of approval: Approval, _ index: Int, _ entry: Entry, _ authorities: Authorities, _ dossier: Dossier, _ asOf: CivilDate
  ) -> ApprovalState {
    let finding = dossier.proofs[entry, index]
    if let digest = approval.digest, digest != entry.digest {
      if case .changed(let text)? = finding { return .stale(text) }
      return .stale(.unknown("git was not asked what it was"))
    }
    if let lapse = lapse(of: approval, entry, authorities, dossier, asOf) { return .lapsed(lapse) }
    guard approval.digest != nil else { return .asserted(.unbound) }
    switch finding {
    case .proved(let proof)?: return .proved(proof)
    case .unproved(let doubt)?: return .asserted(doubt)
    case .changed?, nil: return .asserted(.notAsked)
    }
  }

  private static func lapse(
    of approval: Approval, _ entry: Entry, _ authorities: Authorities, _ dossier: Dossier, _ asOf: CivilDate
  ) -> ApprovalLapse? {
    if let until = approval.until, until < asOf { return .until(until) }
    guard let role = dossier.entry(approval.by.id), role.kind.name == Role.name else { return .noRole(approval.by.id) }
    // Of what happened once, an approval by a role that has ended since stays what it was.
    let isOfMoment = entry.happenedOnce
    let endedLater = role.head?.retired.map { $0 > approval.date } ?? false
    if !role.holds(on: asOf), !(isOfMoment && endedLater) { return .roleOutOfUse(role.id, role.head?.retired) }
    return authorities.mayApprove(approval.by, entry.kind.name) ? nil : .noAuthority(role.id)
  }
}

extension Entry {
  /// The place of the last approval with a digest, where none of them up to that day has the digest of the record as it stands.
  func staleApproval(on day: CivilDate) -> Int? {
    guard isInForce else { return nil }
    let sealed = approvals(upTo: day).filter { $0.approval.digest != nil }
    return sealed.contains { $0.approval.digest == digest } ? nil : sealed.last?.index
  }
}
