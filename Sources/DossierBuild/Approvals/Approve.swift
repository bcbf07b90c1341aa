import DossierAnalysis
package import DossierRecords
package import DossierRules
package import DossierText

/// The result of approving records. No file is written yet.
package struct Approved: Sendable {
  package let role: Entry
  package let written: [Entry]
  /// Records that already have exactly this approval.
  package let already: [Entry]
  /// The changed files, sorted.
  package let changes: [FixResult.Change]
  /// Whether the dossier already contained approvals, but none with a digest. From now on, the rule `approval-unbound` reports
  /// these earlier approvals.
  package let isFirstDigest: Bool

  /// Replaces the changed files.
  package func write(in workspace: Workspace) throws(EnvironmentError) { try FixResult.Change.write(changes, in: workspace) }
}

/// Prepares the changes that add an approval to records. Throws `ApprovalRequest.Refusal` if any record cannot be approved. No
/// record is approved in that case.
package func approve(_ request: ApprovalRequest, in workspace: Workspace, workers: Int) async throws -> Approved {
  let analysis = try await analyse(workspace, AnalysisOptions(asOf: request.date, workers: workers))
  let approving = try Approving(request, analysis.dossier, in: analysis.sources)
  guard let role = analysis.dossier.entry(request.by) else {
    throw EnvironmentError("approve", reason: "there is no role \(request.by)")
  }
  let changes = approving.files.compactMap { file in
    analysis.sources.file(at: file.path).map { FixResult.Change(path: file.path, old: $0, new: file.bytes) }
  }
  let earlier = analysis.dossier.entries.flatMap { $0.head?.approvals ?? [] }
  return Approved(
    role: role, written: approving.written, already: approving.already, changes: changes,
    isFirstDigest: !earlier.isEmpty && earlier.allSatisfy { $0.digest == nil })
}

/// Prepares new digests for the approvals of a role. `DigestRenewal` defines which digests are replaced.
///
/// The proofs of the approvals are read from git, because only a proved approval of a role with keys is renewed.
package func renewDigests(
  of role: String, in ids: [String], _ workspace: Workspace, asOf: CivilDate, workers: Int
) async throws -> Approved {
  let analysis = try await analyse(workspace, AnalysisOptions(asOf: asOf, workers: workers), history: .head)
  guard let role = analysis.dossier.entry(role), role.kind.name == Role.name else {
    throw ApprovalRequest.Refusal(description: "there is no role `\(TerminalText.visible(role))`")
  }
  let renewal = try DigestRenewal(of: role, in: ids, analysis.dossier, analysis.sources)
  let changes = renewal.files.compactMap { file in
    analysis.sources.file(at: file.path).map { FixResult.Change(path: file.path, old: $0, new: file.bytes) }
  }
  return Approved(role: role, written: renewal.renewed, already: [], changes: changes, isFirstDigest: false)
}
