import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierText

/// Checks the records and renders the site. The new site replaces the old site in one step.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the records and renders the evidence site.",
    discussion: """
      Writes the site even when there are errors; the site shows them, and the exit status is 1. The new site replaces the old \
      one in one step. If the command is interrupted, either the old or the new site is complete.
      """)

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "The folder for the site.", completion: .directory)
  var output = "site"

  @Option(
    help:
      "Who the site is for: \(Edition.allCases.map(\.rawValue).joined(separator: " or ")). Only internal shows licensed text."
  )
  var edition = Edition.auditor

  @Flag(help: "Replace the output folder even if it contains files that dossier did not write. They are lost.")
  var force = false

  @OptionGroup var history: HistoryOption

  @OptionGroup var baseline: BaselineOption

  @OptionGroup var lock: LockOption

  @Flag(help: .hidden)
  var timings = false

  func run() async throws {
    let workspace = try input.workspace()
    let asOf = try input.day.date()
    let request = BuildRequest(
      workspace: workspace, output: output, options: try input.analysis(baseline), force: force, tool: Tool.version,
      edition: edition, readsHistory: history.isRead, waiting: lock.wait)
    let outcome = try await build(request)
    report.show(outcome.diagnostics, of: outcome.analysis, in: workspace, asOf: asOf)
    if !report.quiet, !report.format.isMachine {
      if !outcome.kept.isEmpty {
        let kept = outcome.kept.prefix(10).map(\.description).joined(separator: ", ")
        let more = outcome.kept.count > 10 ? " and \(outcome.kept.count - 10) more" : ""
        Console.error(TerminalLines.joined(["kept from the old \(output): \(kept)\(more)"]))
      }
      Console.error("\(outcome.files) files in \(output); open \(output)/index.html\n")
    }
    if timings { Console.error(outcome.stages.table) }
    try report.endOnErrors(outcome.diagnostics)
  }
}

extension StageTimes {
  /// One line for each stage, in milliseconds.
  fileprivate var table: String {
    stages.map { stage in
      let microseconds = stage.duration.components.seconds * 1_000_000 + stage.duration.components.attoseconds / 1_000_000_000_000
      return "\(stage.name.padded(to: 22)) \(microseconds / 1000).\(microseconds / 100 % 10) ms\n"
    }.joined()
  }
}

extension Edition: ExpressibleByArgument {}
