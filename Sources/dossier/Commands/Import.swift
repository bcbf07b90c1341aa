import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierText

/// Takes over what stands in files of other programs.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes over what stands in files of other programs.", subcommands: [ImportOSCAL.self])
}

/// Writes an OSCAL catalogue as a catalogue of the workspace.
struct ImportOSCAL: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oscal",
    abstract: "Writes an OSCAL catalogue or resolved profile (JSON) as a catalogue of the workspace.",
    discussion: """
      Identifiers, labels, titles and hierarchy are taken over; the prose of the controls is not. A label such as AC-2(1) is \
      then understood wherever the id, ac-2.1, is.
      """)

  @Argument(help: "The OSCAL file.", completion: .file(extensions: ["json"]))
  var file: String

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "What stands before the colon of its ids. Default: made of the file's name.")
  var name: String?

  @Option(help: "The file to write. Default: `catalogues/NAME.yaml` in the workspace.", completion: .file(extensions: ["yaml"]))
  var output: String?

  @Flag(help: "Replace the output file when there is one.")
  var force = false

  func run() async throws {
    let workspace = try input.workspace()
    let name = try chosenName()
    let path = output ?? workspace.prefix + "catalogues/\(name).yaml"
    let original = try InputFile(file, limit: JSONReader.maximumBytes)
    let made = OSCALImport.text(of: original.source, name: name)
    report.show(made.diagnostics, sources: SourceTree(files: [original.source], attachments: []), prefix: original.prefix)
    try report.judge(made.diagnostics)
    guard let text = made.value else { throw Ended(status: .errors) }
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
      throw UsageError(message: "no name can be made of `\(last)`; choose one with --name")
    }
    return made
  }

  /// What stands before the colon leads to one catalogue only. One that is replaced may keep its name.
  private func refuse(_ name: String, takenIn dossier: Dossier, of workspace: Workspace, unlessAt path: String) throws {
    if CatalogueLibrary.names.contains(name) {
      throw UsageError(message: "`\(name)` is a catalogue inside the program; choose another name with --name")
    }
    guard let other = dossier.catalogue(name)?.path, workspace.prefix + other.description != path else { return }
    throw UsageError(
      message: "`\(name)` is the name of the catalogue in \(workspace.prefix)\(other); choose another one with --name")
  }
}
