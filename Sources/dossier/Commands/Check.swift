import ArgumentParser
import DossierAnalysis
import DossierAssessment
import DossierBuild
import DossierRecords
import DossierRules
import DossierText
import Glibc

/// Checks the records. Writes only with `--fix` or `--write-baseline`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks the records and prints diagnostics; writes files only with --fix or --write-baseline.",
    discussion: """
      With `--write-baseline`, writes the current diagnostics to `dossier-baseline.json` beside `dossier.yaml`. From then on only \
      new ones count. Errors of format and diagnostics about exceptions and the baseline itself are never written.

      With `--fix`, fixes every problem that has exactly one right answer: the spelling of keys, words, ids, dates and controls; \
      links to a file that moved; the missing end of a link that two records share. Comments and layout stay. Suggested fixes \
      are not applied. `--fix --dry-run` prints the changes for `patch -p0` and writes nothing; its exit status is that of \
      `check`.

      With `--summary`, prints only the number of diagnostics of each rule, the first place of each rule and what to do first, to \
      standard output.

      With `--readiness`, prints the audit-readiness report to standard output instead of the diagnostics. The report answers \
      three checklists and eight questions that auditors begin with: counts with their records, what is missing, and what to do \
      next.
      """)

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var baseline: BaselineOption
  @OptionGroup var history: HistoryOption

  @Flag(help: "Write the current diagnostics to `dossier-baseline.json`, so that only new ones count.")
  var writeBaseline = false

  @Flag(help: "Fix every problem that has exactly one right answer.")
  var fix = false

  @Flag(help: "With --fix: print the changes on standard output and write nothing.")
  var dryRun = false

  @Flag(help: "Print the audit-readiness report: checklists and an auditor's questions (text or json).")
  var readiness = false

  @Flag(help: "Print only the number of diagnostics of each rule and what to do first (text or json).")
  var summary = false

  func validate() throws {
    if summary, fix || writeBaseline || readiness {
      throw ValidationError("--summary cannot be combined with --fix, --write-baseline or --readiness")
    }
    if summary, report.format != .text, report.format != .json {
      throw ValidationError("--summary is written as text or json, not as \(report.format)")
    }
    if readiness, fix || writeBaseline { throw ValidationError("--readiness cannot be combined with --fix or --write-baseline") }
    if readiness, report.format != .text, report.format != .json {
      throw ValidationError("--readiness is written as text or json, not as \(report.format)")
    }
    if dryRun, !fix { throw ValidationError("--dry-run needs --fix") }
    if fix, writeBaseline {
      throw ValidationError("--fix and --write-baseline cannot be combined: fix first, then write the baseline")
    }
    if dryRun, report.format.isMachine {
      throw ValidationError("--dry-run prints the changes; it has no --format \(report.format)")
    }
  }

  func run() async throws {
    let workspace = try input.workspace()
    let options = try input.analysis(baseline)
    if fix { return try await applyFixes(workspace, options) }
    if writeBaseline { try await createBaseline(workspace, options) }
    let analysis = try await analyse(workspace, options, history: history.end)
    if readiness {
      show(Readiness(analysis.facts, analysis.policyResult), of: analysis, in: workspace)
    } else if summary {
      report.showSummary(analysis.diagnostics, of: analysis, in: workspace, asOf: options.asOf)
    } else {
      report.show(analysis.diagnostics, of: analysis, in: workspace, asOf: options.asOf, hasSummary: true)
    }
    try report.endOnErrors(analysis.diagnostics)
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

  private func applyFixes(_ workspace: Workspace, _ options: AnalysisOptions) async throws {
    let outcome = try await DossierBuild.applyFixes(workspace, options, history: history.end)
    if dryRun {
      for change in outcome.changes { Console.out(ChangeText.of(change, in: workspace)) }
      printResult(outcome, "can be fixed", in: workspace)
      let now = try await analyse(workspace, options, history: history.end)
      return try report.endOnErrors(now.diagnostics)
    }
    try outcome.write(in: workspace)
    report.show(outcome.analysis.diagnostics, of: outcome.analysis, in: workspace, asOf: options.asOf)
    printResult(outcome, "fixed", in: workspace)
    try report.endOnErrors(outcome.analysis.diagnostics)
  }

  private func printResult(_ outcome: FixResult, _ done: String, in workspace: Workspace) {
    guard !report.quiet else { return }
    for (path, reason) in outcome.leftAlone {
      Console.error("\(TerminalText.visible(workspace.prefix + path.description)) is not changed: \(reason)\n")
    }
    let problems = "\(outcome.fixed) \(outcome.fixed == 1 ? "problem" : "problems")"
    let files = "\(outcome.changes.count) \(outcome.changes.count == 1 ? "file" : "files")"
    Console.error(outcome.fixed == 0 ? "nothing to fix\n" : "\(problems) \(done) in \(files)\n")
  }

  private func createBaseline(_ workspace: Workspace, _ options: AnalysisOptions) async throws {
    let number = try await DossierBuild.writeBaseline(of: workspace, options, history: history.end)
    guard !report.quiet else { return }
    Console.error("\(number) \(number == 1 ? "problem" : "problems") written to \(workspace.prefix)\(Baseline.fileName)\n")
  }
}
