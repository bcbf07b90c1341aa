import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierText

/// Imports files of other tools.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Imports files of other tools.", subcommands: [ImportOSCAL.self])
}

/// Imports an OSCAL catalogue as a catalogue of the workspace.
struct ImportOSCAL: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oscal",
    abstract: "Imports an OSCAL catalogue or resolved profile (JSON) as a catalogue of the workspace.",
    discussion: """
      Imports identifiers, labels, titles and hierarchy, but not the prose of the controls. After the import, a label such as \
      AC-2(1) is accepted wherever the id, ac-2.1, is accepted.
      """)

  @Argument(help: "The OSCAL file.", completion: .file(extensions: ["json"]))
  var file: String

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "The name of the catalogue, before the colon of its ids. Default: derived from the file's name.")
  var name: String?

  @Option(help: "The file to write. Default: `catalogues/NAME.yaml` in the workspace.", completion: .file(extensions: ["yaml"]))
  var output: String?

  @Flag(help: "Replace the output file if it exists.")
  var force = false

  func run() async throws {
    let workspace = try input.workspace()
    let name = try chosenName()
    let path = output ?? workspace.prefix + "catalogues/\(name).yaml"
    let original = try InputFile(file, limit: JSONReader.maximumBytes)
    let made = OSCALImport.text(of: original.source, name: name)
    report.show(made.diagnostics, sources: SourceTree(files: [original.source], attachments: []), prefix: original.prefix)
    try report.endOnErrors(made.diagnostics)
    guard let text = made.value else { throw CommandExit(status: .errors) }
    let dossier = try await analyse(workspace, try input.analysis()).dossier
    try refuse(name, takenIn: dossier, of: workspace, unlessAt: path)
    try WholeFile.write(Array(text.utf8), to: path, replacing: force, advice: "use --force to replace it")
    if !report.quiet, !report.format.isMachine { Console.out(path + "\n") }
  }

  private func chosenName() throws -> String {
    if let name {
      guard RecordID.isValid(name), name == name.lowercased() else {
        throw UsageError(
          message: "`\(name)` cannot be the name of a catalogue; use lower-case ASCII letters, digits and hyphens, a letter first"
        )
      }
      return name
    }
    let last = file.split(separator: "/").last.map { String($0) } ?? file
    guard let made = OSCALImport.name(of: last) else {
      throw UsageError(message: "cannot derive a name from `\(last)`; choose one with --name")
    }
    return made
  }

  /// Throws if another catalogue has the name. A catalogue in the file at `path` may have the name, because it will be replaced.
  private func refuse(_ name: String, takenIn dossier: Dossier, of workspace: Workspace, unlessAt path: String) throws {
    if CatalogueLibrary.names.contains(name) {
      throw UsageError(message: "`\(name)` is a catalogue inside the program; choose another name with --name")
    }
    guard let other = dossier.catalogue(name)?.path, workspace.prefix + other.description != path else { return }
    throw UsageError(
      message: "`\(name)` is the name of the catalogue in \(workspace.prefix)\(other); choose another name with --name")
  }
}
