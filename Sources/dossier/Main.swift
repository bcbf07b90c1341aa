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
      var command = try parseAsRoot()
      if var async = command as? any AsyncParsableCommand { try await async.run() } else { try command.run() }
    } catch {
      Ending(error).leave()
    }
  }
}
