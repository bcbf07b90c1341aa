import ArgumentParser
import DossierBuild
import DossierLedger

/// Puts a sealed version beside the earlier ones.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts a sealed version beside the earlier ones, never touching those.",
    discussion: """
      Builds the site of the release once more, as of its day, and writes `versions/VERSION/` if every byte is as it was sealed. Then \
      makes `versions.json`, `versions.js`, `versions.atom` and `latest/` anew. Interrupted at any point, it can be run again.
      """)

  @Argument(
    help: "The folder with the sources. Default: `content` when it holds a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @Option(name: .customLong("to"), help: "The folder to publish to.", completion: .directory)
  var target: String

  @Option(help: "The release to publish. Default: the last one.")
  var release: String?

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Option(help: .hidden)
  var workers: Int?

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let done = try await publish(
      PublicationRequest(
        workspace: workspace, version: release, target: target, tool: Tool.version, workers: WorkspaceOptions.count(workers)))
    guard !quiet else { return }
    let seal = done.manifest.seal
    Console.error(
      "release \(seal.version) \(done.wasThere ? "was published already, and is as it was sealed," : "published") in \(done.folder)\n"
    )
  }
}
