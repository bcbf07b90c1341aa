import DossierAnalysis
package import DossierRecords
package import DossierRules
import DossierText

/// What approving records comes to. Nothing is on disk yet.
package struct Approved: Sendable {
  package let role: Entry
  package let written: [Entry]
  /// Records that have exactly this approval already.
  package let already: [Entry]
  /// The files that change, in order.
  package let changes: [Mended.Change]

  /// Puts every changed file in the place of the old one, each whole or not at all; none that is no longer as it was read.
  package func write(in workspace: Workspace) throws(EnvironmentError) {
    for change in changes { try replace(change.path, with: change.new, in: workspace, expecting: change.old.digest) }
  }
}

/// Finds out how an approval is written into records. Throws `ApprovalRequest.Refusal` where one of them cannot be approved so: then
/// none is.
package func approve(_ request: ApprovalRequest, in workspace: Workspace, workers: Int) async throws -> Approved {
  let analysis = try await analyse(workspace, AnalysisOptions(asOf: request.date, workers: workers))
  let approving = try Approving(request, analysis.dossier, in: analysis.sources)
  guard let role = analysis.dossier.entry(request.by) else {
    throw EnvironmentError("approve", reason: "there is no role \(request.by)")
  }
  let changes = approving.files.compactMap { file in
    analysis.sources.file(at: file.path).map { Mended.Change(path: file.path, old: $0, new: file.bytes) }
  }
  return Approved(role: role, written: approving.written, already: approving.already, changes: changes)
}
