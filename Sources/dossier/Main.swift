import ArgumentParser
import DossierBuild
import DossierText

/// The command `dossier` with its subcommands and their exit statuses.
@main
struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Turns a folder of Markdown and YAML into an audit-ready evidence site.",
    discussion: """
      Exit status: 0 clean, 1 error diagnostics, 2 wrong usage, 3 environment (unreadable folder, full disk), \
      4 verification failed.
      """,
    version: Tool.version.version,
    subcommands: [
      Init.self, New.self, Check.self, Build.self, Explain.self, Show.self, Approve.self, Diff.self, History.self, Release.self,
      Publish.self, Package.self, Verify.self, Prove.self, SchemaCommand.self, Import.self, CatalogueCommand.self,
    ])

  static func main() async {
    Console.begin()
    do {
      if let word = CommandLine.arguments.dropFirst().first { try refuse(unknown: word) }
      var command = try parseAsRoot()
      if var async = command as? any AsyncParsableCommand { try await async.run() } else { try command.run() }
    } catch {
      Ending(error).leave()
    }
  }

  /// Throws if the first argument is not a subcommand. The message of the argument parser names only the argument.
  private static func refuse(unknown word: String) throws {
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard word.utf8.first != UInt8(ascii: "-"), !word.isEmpty, !names.contains(word) else { return }
    let meant = Suggestion.closest(to: word, among: names).map { "; did you mean `\($0)`?" } ?? ""
    throw UsageError(
      message: "there is no command `\(TerminalText.visible(word))`\(meant)\nList the commands with `dossier --help`.")
  }
}
