import ArgumentParser
import DossierBuild

/// Reads, resolves and judges; writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Reads, resolves and judges the records; writes nothing.")

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let workspace = try input.workspace()
    let asOf = try input.day.date()
    let examination = try await examine(workspace, asOf: asOf, except: nil, workers: input.workerCount)
    report.show(examination.diagnostics, of: examination, in: workspace, asOf: asOf)
    try report.judge(examination.diagnostics)
  }
}
