package import DossierAnalysis
import DossierMarkup
import DossierRules
import DossierText

/// Writes the baseline of a workspace again, from the current diagnostics. Diagnostics that an exception suppresses and
/// diagnostics that a baseline must not contain are left out. Returns the number of problems in the new baseline.
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
      "write \(Baseline.fileName)", reason: "\(baseline.problems.count) problems are more than a baseline can contain")
  }
  try Replacement(of: Baseline.path, with: bytes, in: workspace).commit()
  return baseline.problems.reduce(0) { $0 + $1.count }
}
