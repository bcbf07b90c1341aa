import DossierAnalysis
import DossierAssessment
import DossierLedger
import DossierRecords
import DossierRules
import DossierText

/// Verifies the approvals in the sources of a release, as of the release's as-of date.
///
/// An approval is compared with the commit that added it and with the keys that its role lists. Tags are not part of a release,
/// so they do not prove an approval here.
struct ApprovalFindings {
  let sources: Workspace
  let workers: Int

  /// Verifies the approvals of one release. `sources` must be identical to the sources of the release.
  func of(_ seal: Seal) async throws -> [Finding] {
    let end: HistoryEnd
    do { end = try SealedHistory(of: sources, isShown: true).end(of: seal) } catch let refusal as ReleaseRefusal {
      return [Finding(.unchecked, "approvals", "the approvals in the sources were not checked: \(refusal.reason)")]
    }
    let options = AnalysisOptions(asOf: seal.asOf, workers: workers, usesBaseline: false)
    let facts = try await analyse(sources, options, history: end).facts
    let (dossier, approvals) = (facts.dossier, facts.approvals)
    let all = dossier.entries.indices.flatMap { position in
      approvals.statuses(of: position).map { (entry: dossier.entries[position], state: $0) }
    }
    guard !all.isEmpty else { return [] }
    // The proof of an approval depends on the whole earlier history. So check every object, not only the approved file and its
    // folders.
    let faults = try end.commit.map { try GitRepository(of: sources).faults($0) } ?? []
    let damage = faults.first.map { first in
      let more = faults.count > 1 ? " (and \(faults.count - 1) more; `git fsck --full` lists them)" : ""
      return [
        Finding(
          .failed, "repository-damaged", "the git repository of the sources is damaged: \(TerminalText.visible(first))\(more)")
      ]
    }
    let remark =
      dossier.history.extent.remark.map { [Finding(.unchecked, "approvals", "the history that proves approvals: \($0)")] } ?? []
    let forged = all.filter(\.state.isForged).map { entry, state in
      Finding(
        .failed, "approval-forged", path: entry.path.description, "an approval of \(entry.named) is not genuine: \(state.reason)")
    }
    let proved = all.count { $0.state.kind == .proved }
    let proof = Finding(
      .proved, "approvals",
      "\(proved) of \(all.count) approvals are proved: the record has the approved content, in a commit signed with a key that the role lists"
    )
    let others = ApprovalStatus.Kind.allCases.filter { $0 != .proved }.compactMap { kind -> String? in
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

extension ApprovalStatus {
  /// Whether the proof is forged: the signature is invalid for the signed bytes, or a git object does not match its hash.
  fileprivate var isForged: Bool {
    switch self {
    case .asserted(.invalidSignature), .asserted(.forgedObject): true
    default: false
    }
  }
}
