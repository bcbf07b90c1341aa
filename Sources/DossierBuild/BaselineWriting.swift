import DossierMarkup
import DossierRules
package import DossierText

/// Writes what counts now into the baseline of a workspace, in the place of the old one. Says how many problems it holds.
package func writeBaseline(
  of workspace: Workspace, asOf: CivilDate, workers: Int, readsHistory: Bool = false
) async throws -> Int {
  let examination = try await examine(
    workspace, asOf: asOf, except: nil, workers: workers, usesBaseline: false, readsHistory: readsHistory)
  let baseline = Baseline(of: examination.diagnostics, examination.dossier, examination.sources)
  let bytes = Array(baseline.text.utf8)
  guard bytes.count <= DocumentParser.yamlBytes else {
    throw EnvironmentError(
      "write \(Baseline.fileName)", reason: "\(baseline.problems.count) problems are more than a baseline can hold")
  }
  try replace(Baseline.path, with: bytes, in: workspace)
  return baseline.problems.reduce(0) { $0 + $1.count }
}
