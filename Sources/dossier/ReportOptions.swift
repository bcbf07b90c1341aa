import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierRules
import DossierText
import Glibc

/// The format of diagnostics, and the severity that makes a command fail.
struct ReportOptions: ParsableArguments {
  @Option(help: "Format of diagnostics. text and concise go to standard error, the others to standard output.")
  var format: Format = .text

  @Option(help: "Use colour in text output.")
  var color: ColorChoice = .auto

  @Flag(help: "Print nothing but diagnostics.")
  var quiet = false

  @Flag(help: "Fail on warnings too.")
  var strict = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, concise, json, sarif, github, gitlab, junit

    /// Whether the format is for programs. Formats for programs are written to standard output.
    var isMachine: Bool { self != .text && self != .concise }
  }

  enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  /// Writes the diagnostics, and then the totals to standard error. The format decides whether the diagnostics go to standard
  /// output or standard error. With `hasSummary`, text output also has the counts by rule.
  func show(
    _ diagnostics: [Diagnostic], of analysis: Analysis, in workspace: Workspace, asOf: CivilDate, hasSummary: Bool = false
  ) {
    let report = diagnosticReport(diagnostics, of: analysis, in: workspace)
    show(report)
    if hasSummary, format == .text, !quiet, !diagnostics.isEmpty { Console.error(DiagnosticSummary(report).text) }
    sum(diagnostics, of: analysis, asOf: asOf)
  }

  /// Writes only the counts by rule, to standard output, and then the totals to standard error.
  func showSummary(_ diagnostics: [Diagnostic], of analysis: Analysis, in workspace: Workspace, asOf: CivilDate) {
    let summary = DiagnosticSummary(diagnosticReport(diagnostics, of: analysis, in: workspace))
    Console.out(format == .json ? summary.json.pretty() + "\n" : summary.text)
    sum(diagnostics, of: analysis, asOf: asOf)
  }

  private func diagnosticReport(_ diagnostics: [Diagnostic], of analysis: Analysis, in workspace: Workspace) -> DiagnosticReport {
    let suppressed = analysis.policyResult.suppressed
    // Only JSON contains the ids of records.
    let records = format == .json ? analysis.dossier.records(of: diagnostics + suppressed.map(\.diagnostic)) : []
    return DiagnosticReport(
      diagnostics: diagnostics, suppressed: suppressed, sources: analysis.sources, prefix: workspace.prefix,
      rules: Rules.summaries(of: Rules.all(in: analysis.dossier)), tool: Tool.version, records: records)
  }

  /// Writes only the summary, to standard error.
  func sum(_ diagnostics: [Diagnostic], of analysis: Analysis, asOf: CivilDate) {
    guard !quiet, !format.isMachine else { return }
    Console.error(summary(diagnostics, analysis, asOf))
  }

  /// Writes the diagnostics to standard output or standard error, depending on the format. `prefix` is put before every path.
  func show(
    _ diagnostics: [Diagnostic], sources: SourceTree, prefix: String, rules: [Rule] = Rules.all
  ) {
    show(
      DiagnosticReport(
        diagnostics: diagnostics, sources: sources, prefix: prefix, rules: Rules.summaries(of: rules), tool: Tool.version))
  }

  private func show(_ report: DiagnosticReport) {
    let text = renderer.render(report)
    if format.isMachine { Console.out(text) } else { Console.error(text) }
  }

  /// Ends the command with status 1 if a diagnostic is an error. With `--strict`, a warning is enough.
  func endOnErrors(_ diagnostics: [Diagnostic]) throws {
    let worst = diagnostics.map(\.severity).max()
    if worst == .error || (strict && worst == .warning) { throw CommandExit(status: .errors) }
  }

  private var renderer: any DiagnosticRenderer {
    switch format {
    case .text: TextRenderer(color: usesColor)
    case .concise: ConciseRenderer()
    case .json: JSONRenderer()
    case .sarif: SARIFRenderer()
    case .github: GitHubRenderer()
    case .gitlab: GitLabRenderer()
    case .junit: JUnitRenderer()
    }
  }

  private var usesColor: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto:
      Console.isTerminal(STDERR_FILENO) && (Console.environment("NO_COLOR") ?? "").isEmpty
        && Console.environment("TERM") != "dumb"
    }
  }

  private func summary(_ diagnostics: [Diagnostic], _ analysis: Analysis, _ asOf: CivilDate) -> String {
    func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let read = "\(counted(analysis.dossier.entries.count, "record")) and \(counted(analysis.dossier.pages.count, "page"))"
    let counts = [Severity.error, .warning, .note].map { counted(diagnostics.count(of: $0), $0.rawValue) }
    let suppressed = analysis.policyResult.suppressed
    let apart = [(suppressed.excepted, "excepted"), (suppressed.known, "known from the baseline")].filter { $0.0 > 0 }
    let rest = apart.isEmpty ? "" : "; " + apart.map { "\($0) \($1)" }.joined(separator: ", ")
    return "\(read) as of \(asOf): \(counts.joined(separator: ", "))\(rest)\n"
  }
}
