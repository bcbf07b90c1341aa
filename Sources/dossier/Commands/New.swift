import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierText

/// Writes a commented record of a kind.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a commented record of a kind, with the next free id.",
    discussion: "The file goes where most records of that kind are, else into a folder named after the kind.")

  @Argument(help: "The kind of record, such as `risk`.")
  var kind: String

  @Argument(help: "Its id. Default: the next free one.")
  var id: String?

  @Option(help: "Its title.")
  var title: String?

  @Option(
    help: "The folder of the dossier. Default: `content` when it holds a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @OptionGroup var day: DayOption

  @Flag(help: "Print the record instead of writing it.")
  var print = false

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let date = try day.date()
    let dossier = try await analyse(workspace, AnalysisOptions(asOf: date, workers: 2)).dossier
    let kind = try KindArgument.kind(kind, among: dossier.kinds)
    let draft = try NewRecord(kind: kind, id: id, title: title, date: date, dossier: dossier)
    if print {
      Console.out(draft.text)
      return
    }
    try draft.write(in: workspace)
    Console.out(workspace.prefix + draft.path.description + "\n")
  }
}
