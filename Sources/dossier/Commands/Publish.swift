import ArgumentParser
import DossierBuild
import DossierLedger

/// Publishes a release beside the versions that were published before.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publishes a sealed version beside the earlier ones, which stay unchanged.",
    discussion: """
      Builds the site of the release again, as of its date. Writes `versions/VERSION/` only if every byte is as sealed. Then \
      rewrites `versions.json`, `versions.js`, `versions.atom` and `latest/`. If the command is interrupted, run it again.
      """)

  @Argument(
    help: "The folder with the sources. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  @Option(name: .customLong("to"), help: "The folder to publish to.", completion: .directory)
  var target: String

  @Option(help: "The release to publish. Default: the last one.")
  var release: String?

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Option(help: .hidden)
  var workers: Int?

  @OptionGroup var lock: LockOption

  func run() async throws {
    let workspace = WorkspaceOptions.workspace(directory)
    let done = try await publish(
      PublicationRequest(
        workspace: workspace, version: release, target: target, tool: Tool.version, workers: WorkspaceOptions.count(workers),
        waiting: lock.wait))
    guard !quiet else { return }
    let version = done.manifest.seal.version
    Console.error(
      done.wasThere
        ? "release \(version) was already published in \(done.folder) and matches its manifest\n"
        : "release \(version) published in \(done.folder)\n")
  }
}
