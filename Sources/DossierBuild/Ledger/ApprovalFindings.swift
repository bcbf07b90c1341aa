import DossierAnalysis
import DossierLedger
import DossierRecords
import DossierRules
import DossierText

/// What the approvals in the sources of a release are worth: held against the commits that brought them in and the keys that the roles
/// list, as of the day of the release. Tags are no part of a release and prove nothing here.
struct ApprovalFindings {
  let sources: Workspace
  let workers: Int

  /// Only for sources that are those of the release.
  func of(_ seal: Seal) async throws -> [Finding] {
    let end: HistoryEnd
    do { end = try SealedHistory(of: sources, isShown: true).end(of: seal) } catch let refusal as ReleaseRefusal {
      return [Finding(.unchecked, "approvals", "the approvals in the sources were not checked: \(refusal.reason)")]
    }
    let options = AnalysisOptions(asOf: seal.asOf, workers: workers, usesBaseline: false)
    let dossier = try await analyse(sources, options, history: end).dossier
    let standings = ApprovalStandings(dossier, asOf: seal.asOf)
    let all = dossier.entries.indices.flatMap { position in
      standings.states(of: position).map { (entry: dossier.entries[position], state: $0) }
    }
    guard !all.isEmpty else { return [] }
    // What proves an approval is what was there before as well: every object counts, not only those on the way to it.
    let faults = try end.commit.map { try GitRepository(of: sources).faults($0) } ?? []
    let damage = faults.first.map { first in
      let more = faults.count > 1 ? " (and \(faults.count - 1) more; `git fsck --full` lists them)" : ""
      return [
        Finding(
          .failed, "repository-damaged", "the git repository of the sources is damaged: \(TerminalText.visible(first))\(more)")
      ]
    }
    let remark = dossier.history.extent.remark.map { [Finding(.unchecked, "approvals", "what approvals rest on: \($0)")] } ?? []
    let forged = all.filter(\.state.isForged).map { entry, state in
      Finding(
        .failed, "approval-forged", path: entry.path.description, "an approval of \(entry.named) is not genuine: \(state.reason)")
    }
    let proved = all.count { $0.state.kind == .proved }
    let proof = Finding(
      .proved, "approvals",
      "\(proved) of \(all.count) approvals: the record stands as approved, in a commit signed with a key that the role lists")
    let others = ApprovalState.Kind.allCases.filter { $0 != .proved }.compactMap { kind -> String? in
      let count = all.count { $0.state.kind == kind && !$0.state.isForged }
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    let rest = Finding(
      .asserted, "approvals",
      "the \(proved > 0 ? "other " : "")approvals in the sources, as of \(seal.asOf): "
        + others.joined(separator: ", "))
    return (damage ?? []) + remark + forged + (proved > 0 ? [proof] : []) + (others.isEmpty ? [] : [rest])
  }
}

extension ApprovalState {
  /// A signature is there and is not of these bytes, or git's own names of things do not hold.
  fileprivate var isForged: Bool {
    switch self {
    case .asserted(.invalidSignature), .asserted(.forgedObject): true
    default: false
    }
  }
}
