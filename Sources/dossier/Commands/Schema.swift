import ArgumentParser
import DossierBuild
import DossierRecords
import DossierText

/// Prints the JSON Schema of a kind's front matter.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema (draft 2020-12) of a kind's front matter, for editors.",
    discussion: "Without a kind, lists all kinds: those of the program, then those that the folder's dossier.yaml declares.")

  @Argument(help: "The kind of record.")
  var kind: String?

  @Option(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  func run() throws {
    let kinds = try readConfiguration(of: WorkspaceOptions.workspace(directory))?.kinds ?? RecordKind.all
    guard let kind else {
      let width = kinds.map(\.name.count).max() ?? 0
      Console.out(TerminalLines.joined(kinds.map { "\($0.name.padded(to: width))  \($0.prefix)  \($0.meaning)" }))
      return
    }
    Console.out(JSONSchema.schema(of: try KindArgument.kind(kind, among: kinds)).pretty() + "\n")
  }
}

/// Finds the kind whose name is given as an argument. If no kind has this name, suggests a similar name.
enum KindArgument {
  static func kind(_ name: String, among kinds: [RecordKind]) throws -> RecordKind {
    if let kind = kinds.first(where: { $0.name == name }) { return kind }
    let meant = Suggestion.closest(to: name, among: kinds.map(\.name))
    throw UsageError(
      message: "there is no kind `\(name)`" + (meant.map { "; did you mean `\($0)`?" } ?? "; list them with `dossier schema`"))
  }
}
