import ArgumentParser
import DossierRecords
import DossierText

/// Prints the JSON Schema of a kind's front matter.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema (draft 2020-12) of a kind's front matter, for editors.",
    discussion: "Without a kind, lists the kinds.")

  @Argument(help: "The kind of record.")
  var kind: String?

  func run() throws {
    guard let kind else {
      let width = RecordKind.all.map(\.name.count).max() ?? 0
      Console.out(RecordKind.all.map { "\($0.name.padded(to: width))  \($0.prefix)  \($0.meaning)\n" }.joined())
      return
    }
    Console.out(JSONSchema.schema(of: try KindArgument.kind(kind)).pretty() + "\n")
  }
}

/// A kind as an argument, with a suggestion where there is none of that name.
enum KindArgument {
  static func kind(_ name: String) throws -> RecordKind {
    if let kind = RecordKind.all.first(where: { $0.name == name }) { return kind }
    let meant = Suggestion.closest(to: name, among: RecordKind.all.map(\.name))
    throw UsageError(
      message: "there is no kind `\(name)`" + (meant.map { "; did you mean `\($0)`?" } ?? "; list them with `dossier schema`"))
  }
}
