import ArgumentParser
import DossierBuild
import DossierRules
import DossierText

/// Reads, resolves and judges; writes nothing unless it is asked to.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads, resolves and judges the records; writes nothing unless it is asked to.",
    discussion: """
      With `--write-baseline` all problems there are now go into `dossier-baseline.json` beside `dossier.yaml`, errors of format \
      excepted; from then on only new ones count.
      """)

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var baseline: BaselineOption

  @Flag(help: "Write the problems there are now into `dossier-baseline.json`, so that only new ones count.")
  var writeBaseline = false

  func run() async throws {
    let workspace = try input.workspace()
    let asOf = try input.day.date()
    if writeBaseline { try await take(workspace, asOf) }
    let examination = try await examine(
      workspace, asOf: asOf, except: nil, workers: input.workerCount, usesBaseline: baseline.isUsed)
    report.show(examination.diagnostics, of: examination, in: workspace, asOf: asOf)
    try report.judge(examination.diagnostics)
  }

  private func take(_ workspace: Workspace, _ asOf: CivilDate) async throws {
    let number = try await DossierBuild.writeBaseline(of: workspace, asOf: asOf, workers: input.workerCount)
    guard !report.quiet else { return }
    Console.error("\(number) \(number == 1 ? "problem" : "problems") written to \(workspace.prefix)\(Baseline.fileName)\n")
  }
}
