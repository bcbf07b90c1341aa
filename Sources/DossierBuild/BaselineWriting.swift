package import DossierAnalysis
import DossierMarkup
import DossierRules
import DossierText

/// Writes the diagnostics that count now into the baseline of a workspace, replacing the old one. Returns how many there are.
package func writeBaseline(
  of workspace: Workspace, _ options: AnalysisOptions, history: HistoryEnd? = nil
) async throws -> Int {
  var options = options
  options.usesBaseline = false
  let analysis = try await analyse(workspace, options, history: history)
  let baseline = Baseline(of: analysis.diagnostics, analysis.dossier, analysis.sources)
  let bytes = Array(baseline.text.utf8)
  guard bytes.count <= DocumentParser.yamlBytes else {
    throw EnvironmentError(
      "write \(Baseline.fileName)", reason: "\(baseline.problems.count) problems are more than a baseline can hold")
  }
  try replace(Baseline.path, with: bytes, in: workspace)
  return baseline.problems.reduce(0) { $0 + $1.count }
}
