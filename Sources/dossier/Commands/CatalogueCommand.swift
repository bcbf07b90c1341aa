import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierText

/// The commands about catalogues and crosswalks.
struct CatalogueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "Lists and verifies catalogues and crosswalks.",
    subcommands: [ListCatalogues.self, VerifyCatalogues.self])
}

/// Lists the catalogues of the program and of the workspace.
struct ListCatalogues: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the catalogues of the program and of the workspace.")

  @OptionGroup var input: WorkspaceOptions

  func run() async throws {
    let workspace = try input.workspace()
    let used = try await analyse(workspace, try input.analysis()).dossier.catalogues
    let others = try CatalogueLibrary.names.compactMap { name in
      used.contains { $0.name == name } ? nil : try CatalogueLibrary.load(name)
    }
    let all = used.map { ($0, $0.path.map { workspace.prefix + $0.description } ?? "in use") } + others.map { ($0, "not in use") }
    let width = all.map(\.0.name.count).max() ?? 0
    let state = all.map(\.1.count).max() ?? 0
    Console.out(
      TerminalLines.joined(all.map { "\($0.name.padded(to: width))  \($1.padded(to: state))  \($0.title), \($0.edition)" }))
  }
}

/// Checks each catalogue and crosswalk, and checks that they agree with each other.
struct VerifyCatalogues: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Shows the counts, provenance and errors of catalogues and crosswalks.",
    discussion: """
      Without an argument, verifies all catalogues and crosswalks of the program and of the workspace. With an argument, \
      verifies one catalogue or crosswalk by its name, or any file, inside a workspace or not.
      """)

  @Argument(help: "A file, or the name of a catalogue or crosswalk.", completion: .file(extensions: ["yaml", "yml"]))
  var subject: String?

  @Option(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @OptionGroup var day: DayOption
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let asOf = try day.date()
    // The command also works outside a workspace. Without `--directory`, the command reads the folder only if the folder contains
    // a `dossier.yaml`.
    let isOne = directory != nil || workspace.hasConfiguration
    let own = isOne ? try await analyse(workspace, AnalysisOptions(asOf: asOf, workers: 2)) : nil
    let library = try CatalogueLibrary.verified()
    let verification = own.map { CatalogueVerification(of: $0) }
    guard let subject else {
      show(library.catalogues.map { CatalogueReport.text(of: $0) } + library.crosswalks.map { CatalogueReport.text(of: $0) })
      guard let verification else { return try showNoDiagnostics() }
      return try show(verification.files, of: verification, prefix: workspace.prefix)
    }
    if let catalogue = library.catalogues.first(where: { $0.name == subject }) {
      show([CatalogueReport.text(of: catalogue)])
      try showNoDiagnostics()
    } else if let crosswalk = library.crosswalks.first(where: { $0.name == subject }) {
      show([CatalogueReport.text(of: crosswalk)])
      try showNoDiagnostics()
    } else if let verification, let file = verification.files.first(where: { $0.framework?.name == subject }) {
      try show([file], of: verification, prefix: workspace.prefix)
    } else {
      try await verifyFile(subject, own, library.catalogues.map(\.name) + library.crosswalks.map(\.name), asOf)
    }
  }

  private func verifyFile(_ subject: String, _ own: Analysis?, _ names: [String], _ asOf: CivilDate) async throws {
    let input: InputFile
    do throws(EnvironmentError) {
      input = try InputFile(subject, limit: 4 << 20)
    } catch {
      let known = names + (own?.dossier.catalogues.map(\.name) ?? [])
      // A subject with a dot or slash is a file, so the error about the file is shown. Any other subject was meant as a name.
      guard !subject.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }) else { throw error }
      let meant = Suggestion.closest(to: subject, among: known)
      throw UsageError(
        message: "there is no catalogue, crosswalk or file `\(subject)`"
          + (meant.map { "; did you mean `\($0)`?" } ?? "; list the catalogues with `dossier catalogue list`"))
    }
    let neighbours = (own?.dossier.catalogues ?? []).filter { $0.path != nil }
    let verification = try await CatalogueVerification(of: input.source, among: neighbours, asOf: asOf)
    try show(verification.files, of: verification, prefix: input.prefix)
  }

  // MARK: Output

  private func show(_ texts: [[String]]) {
    guard !report.quiet, !report.format.isMachine else { return }
    for lines in texts { Console.out(TerminalLines.joined(lines + [""])) }
  }

  private func show(_ files: [CatalogueVerification.VerifiedFile], of verification: CatalogueVerification, prefix: String) throws
  {
    show(files.map { CatalogueReport.text(of: $0, prefix: prefix) })
    let paths = Set(files.map(\.path))
    try showDiagnostics(verification.diagnostics.filter { paths.contains($0.primary.path) }, verification.sources, prefix)
  }

  /// Shows that there are no diagnostics. Catalogues of the program were checked when they were loaded.
  private func showNoDiagnostics() throws { try showDiagnostics([], SourceTree(files: [], attachments: []), "") }

  private func showDiagnostics(_ diagnostics: [Diagnostic], _ sources: SourceTree, _ prefix: String) throws {
    report.show(diagnostics, sources: sources, prefix: prefix)
    if !report.quiet, !report.format.isMachine {
      let (errors, warnings) = (diagnostics.count(of: .error), diagnostics.count(of: .warning))
      Console.error("\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")\n")
    }
    try report.endOnErrors(diagnostics)
  }
}
