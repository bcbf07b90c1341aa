import ArgumentParser
import DossierBuild
import DossierText

/// Writes a starter management system.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a starter AI management system: the seven artefacts, one example of each kind, a CI workflow.")

  @Argument(help: "The folder of the project. Its records go into `content`.", completion: .directory)
  var directory = "."

  @Option(help: "The day the starter is written for, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today.")
  var asOf: String?

  func run() throws {
    let date = try CommonOptions.parse(asOf.map { ["--as-of", $0] } ?? []).date()
    let starter = Starter(date: date)
    try starter.write(into: directory)
    let inside = directory == "." ? "" : "in \(directory): "
    Console.out(
      "\(starter.files.count) files written; \(inside)edit content/dossier.yaml, then run `dossier check` and `dossier build`\n")
  }
}
