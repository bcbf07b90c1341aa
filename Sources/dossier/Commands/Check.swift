import ArgumentParser
import DossierBuild

/// Reads, resolves and judges; writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Reads, resolves and judges the records; writes nothing.")

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let asOf = try common.date()
    let examination = try await examine(workspace, asOf: asOf, except: nil, workers: common.workerCount)
    common.show(examination.diagnostics, of: examination, in: workspace, asOf: asOf)
    try common.judge(examination.diagnostics)
  }
}
