import ArgumentParser
import DossierAnalysis
import DossierAssessment
import DossierBuild
import DossierRecords
import DossierText
import Glibc

/// Writes a new record of a kind, with comments that explain the fields.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a commented record of a kind, with the next free id.",
    discussion: "Writes the file to the folder with most records of that kind, else to a folder named after the kind.")

  @Argument(help: "The kind of record, such as `risk`.")
  var kind: String

  @Argument(help: "The id of the record. Default: the next free id.")
  var id: String?

  @Option(help: "The title of the record.")
  var title: String?

  @Option(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @OptionGroup var day: DayOption

  @Flag(help: "Print the record instead of writing it.")
  var print = false

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let date = try day.date()
    let facts = try await analyse(workspace, AnalysisOptions(asOf: date, workers: 2)).facts
    let kind = try KindArgument.kind(kind, among: facts.dossier.kinds)
    let draft = try NewRecord(kind: kind, id: id, title: title, date: date, facts: facts)
    if print {
      Console.out(draft.text)
      return
    }
    try draft.write(in: workspace)
    // A script that reads the output needs the exact path. On a terminal, control characters are made visible, so that they
    // have no effect.
    let path = workspace.prefix + draft.path.description
    Console.out((Console.isTerminal(STDOUT_FILENO) ? TerminalText.visible(path) : path) + "\n")
  }
}
