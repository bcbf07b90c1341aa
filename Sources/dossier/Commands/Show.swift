import ArgumentParser
import DossierAnalysis
import DossierAssessment
import DossierBuild
import DossierRecords
import DossierRules
import DossierText
import Glibc

/// Shows a record, control, clause or catalogue with all references to it.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows a record, control, clause or catalogue, with all references to it.",
    usage: """
      dossier show <id> [<directory>] [--format text|json]
      dossier show <catalogue> <item> [<directory>]
      """)

  @Argument(help: "An id (`RSK-012`), a control or clause (`A.6.2.4`), or a catalogue (`iso42001`).")
  var id: String

  @Argument(help: "After a catalogue: one of its items (`\"Art. 14\"`). Otherwise the folder to read.")
  var item: String?

  @Argument(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @OptionGroup var day: DayOption

  @Option(help: "Output format: text, or json for a record.")
  var format = Format.text

  @Option(help: .hidden)
  var workers: Int?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func run() async throws {
    let (item, folder) = try arguments()
    let asOf = try day.date()
    let count = max(1, workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let workspace = WorkspaceOptions.workspace(folder)
    let options = AnalysisOptions(asOf: asOf, workers: count)
    var analysis = try await analyse(workspace, options)
    // Git is read only if the record has an approval with a digest, because only such an approval can be proved.
    if item == nil, analysis.dossier.entry(id)?.head?.approvals.contains(where: { $0.digest != nil }) ?? false {
      analysis = try await analyse(workspace, options, history: .head)
    }
    let card = DossierCard(
      facts: analysis.facts, diagnostics: analysis.diagnostics, suppressed: analysis.policyResult.suppressed)
    if format == .json {
      let report = DiagnosticReport(
        diagnostics: analysis.diagnostics, suppressed: analysis.policyResult.suppressed, sources: analysis.sources,
        prefix: workspace.prefix,
        rules: Rules.summaries(of: Rules.all(in: analysis.dossier)), tool: Tool.version,
        records: analysis.dossier.records(of: analysis.diagnostics + analysis.policyResult.suppressed.map(\.diagnostic)))
      return Console.out(try json(item, card, report))
    }
    Console.out(try item.map { try text(of: $0, card) } ?? text(card))
  }

  /// Decides whether the second of two arguments is a folder or an item.
  ///
  /// The argument is a folder if it contains a slash or if a folder with this path exists. Otherwise the argument is an item.
  private func arguments() throws -> (item: String?, folder: String?) {
    guard let item, directory == nil else { return (item, directory) }
    var status = stat()
    let isFolder = unsafe stat(item, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    return isFolder || item.utf8.contains(UInt8(ascii: "/")) ? (nil, item) : (item, nil)
  }

  private func json(_ item: String?, _ card: DossierCard, _ report: DiagnosticReport) throws -> String {
    if item == nil, let position = card.dossier.position(of: id) {
      return RecordJSON(facts: card.facts, report: report).text(of: position)
    }
    // This call throws if the id is unknown, so that the error is the same as without `--format json`.
    _ = try item.map { try text(of: $0, card) } ?? text(card)
    throw UsageError(message: "--format json needs a record, and `\(item ?? id)` is not one; leave out --format")
  }

  private func text(of item: String, _ card: DossierCard) throws -> String {
    let dossier = card.dossier
    guard let position = dossier.frameworks.position(of: id) else {
      throw UsageError(
        message: "there is no catalogue `\(id)` in use" + hint(among: dossier.catalogues.map(\.name))
          + "; the second argument must be an item of a catalogue, or a folder")
    }
    if let text = card.text(of: item, in: position) { return text }
    let meant = dossier.catalogues[position].closest(to: item)
    throw UsageError(
      message: "\(id) does not contain `\(item)`"
        + (meant.map { "; did you mean `\($0.id)` (\($0.title))?" } ?? "; list what it contains with `dossier show \(id)`"))
  }

  private func text(_ card: DossierCard) throws -> String {
    if let text = card.text(of: id) { return text }
    let dossier = card.dossier
    let several = dossier.frameworks.candidates(id).map { dossier.catalogues[$0.catalogue].name }
    if several.count > 1 {
      throw UsageError(
        message: "`\(id)` is in \(several.joined(separator: " and ")); choose one: `dossier show \(several[0]) \"\(id)\"`")
    }
    if CatalogueLibrary.names.contains(id) {
      throw UsageError(
        message: "the catalogue `\(id)` is not in use here; add it under `catalogues` in \(Configuration.fileName)")
    }
    throw UsageError(
      message: "there is no record, control or catalogue `\(id)`"
        + hint(among: dossier.entries.map(\.id) + dossier.catalogues.map(\.name)))
  }

  private func hint(among names: [String]) -> String {
    guard let meant = Suggestion.closest(to: id, among: names) else { return "" }
    return "; did you mean `\(meant)`?"
  }
}
