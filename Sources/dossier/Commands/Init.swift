import ArgumentParser
import DossierBuild
import DossierText

/// Writes a starter management system.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a starter AI management system: the seven artefacts, one example of each kind, a CI workflow.")

  @Argument(help: "The folder of the project. Its records go into `content`.", completion: .directory)
  var directory = "."

  @OptionGroup var day: DayOption

  func run() throws {
    let starter = Starter(date: try day.date())
    try starter.write(into: directory)
    let inside = directory == "." ? "" : "in \(directory): "
    Console.out(
      "\(starter.files.count) files written; \(inside)edit content/dossier.yaml, then run `dossier check` and `dossier build`\n"
        + "the warnings of `check` mark the example texts that you replace with your own\n")
  }
}
