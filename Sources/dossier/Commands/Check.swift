import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierRules
import DossierText
import Glibc

/// Reads, resolves and judges; writes nothing unless it is asked to.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads, resolves and judges the records; writes nothing unless it is asked to.",
    discussion: """
      With `--write-baseline` all problems there are now go into `dossier-baseline.json` beside `dossier.yaml`, errors of format \
      excepted; from then on only new ones count.

      With `--fix` everything is mended that has exactly one right answer: how keys, words, ids, dates and controls are spelt, links to \
      a file that moved, the missing end of a link that two records share. Comments and layout stay. What is only a guess is left to \
      you. `--fix --dry-run` prints the changes, for `patch -p0`, and writes nothing; its exit status is the one of `check`.

      With `--readiness` standard output says, instead of the single messages, what there is to show for three checklists and for eight \
      questions auditors begin with: counts with their records, what is missing, and what to do next.
      """)

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var baseline: BaselineOption
  @OptionGroup var history: HistoryOption

  @Flag(help: "Write the problems there are now into `dossier-baseline.json`, so that only new ones count.")
  var writeBaseline = false

  @Flag(help: "Mend what has exactly one right answer.")
  var fix = false

  @Flag(help: "With --fix: print the changes on standard output and write nothing.")
  var dryRun = false

  @Flag(help: "Say what there is to show for the checklists and an auditor's questions (text or json).")
  var readiness = false

  func validate() throws {
    if readiness, fix || writeBaseline { throw ValidationError("--readiness goes with neither --fix nor --write-baseline") }
    if readiness, report.format != .text, report.format != .json {
      throw ValidationError("--readiness is written as text or json, not as \(report.format)")
    }
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
    if fix, writeBaseline {
      throw ValidationError("--fix and --write-baseline do not go together: mend first, then write what is left")
    }
    if dryRun, report.format.isMachine {
      throw ValidationError("--dry-run prints the changes; it has no --format \(report.format)")
    }
  }

  func run() async throws {
    let workspace = try input.workspace()
    let options = try input.analysis(baseline)
    if fix { return try await mend(workspace, options) }
    if writeBaseline { try await take(workspace, options) }
    let analysis = try await analyse(workspace, options, history: history.end)
    if readiness {
      show(Readiness(analysis.dossier, analysis.judged, asOf: options.asOf), of: analysis, in: workspace)
    } else {
      report.show(analysis.diagnostics, of: analysis, in: workspace, asOf: options.asOf)
    }
    try report.judge(analysis.diagnostics)
  }

  private func show(_ readiness: Readiness, of analysis: Analysis, in workspace: Workspace) {
    if report.format == .json {
      let json = ReadinessJSON(
        readiness: readiness, dossier: analysis.dossier, sources: analysis.sources, prefix: workspace.prefix)
      return Console.out(json.text)
    }
    Console.out(ReadinessText(readiness: readiness, dossier: analysis.dossier).text)
    report.sum(analysis.diagnostics, of: analysis, asOf: readiness.asOf)
  }

  private func mend(_ workspace: Workspace, _ options: AnalysisOptions) async throws {
    let mended = try await DossierBuild.mend(workspace, options, history: history.end)
    if dryRun {
      for change in mended.changes { Console.out(ChangeText.of(change, in: workspace)) }
      say(mended, "can be mended", in: workspace)
      let now = try await analyse(workspace, options, history: history.end)
      return try report.judge(now.diagnostics)
    }
    try mended.write(in: workspace)
    report.show(mended.analysis.diagnostics, of: mended.analysis, in: workspace, asOf: options.asOf)
    say(mended, "mended", in: workspace)
    try report.judge(mended.analysis.diagnostics)
  }

  private func say(_ mended: Mended, _ done: String, in workspace: Workspace) {
    guard !report.quiet else { return }
    for (path, reason) in mended.leftAlone {
      Console.error("\(TerminalText.visible(workspace.prefix + path.description)) is left alone: \(reason)\n")
    }
    let problems = "\(mended.mended) \(mended.mended == 1 ? "problem" : "problems")"
    let files = "\(mended.changes.count) \(mended.changes.count == 1 ? "file" : "files")"
    Console.error(mended.mended == 0 ? "nothing to mend\n" : "\(problems) \(done) in \(files)\n")
  }

  private func take(_ workspace: Workspace, _ options: AnalysisOptions) async throws {
    let number = try await DossierBuild.writeBaseline(of: workspace, options, history: history.end)
    guard !report.quiet else { return }
    Console.error("\(number) \(number == 1 ? "problem" : "problems") written to \(workspace.prefix)\(Baseline.fileName)\n")
  }
}
