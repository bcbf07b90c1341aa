import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierLedger
import DossierRecords
import DossierText

/// Makes a release: seals one version of the records together with its site.
struct Release: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Seals a version: manifest, chain to the previous release, SSH signature.",
    discussion: """
      Writes `releases/VERSION/` in the folder that is read: `manifest` with the SHA-256 of every source and every file of the \
      site, `seal` (the head of the manifest), and with --key the signatures of both. The folder is written completely or not at \
      all. Commit it with the sources that it describes.

      Fails if there are errors, or if a source differs from the last commit. With --allow-errors or --allow-dirty, the release \
      is made and the manifest records the reason.
      """)

  @Argument(help: "The name of the release: letters, digits, `.`, `_` and `-`.")
  var version: String

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "Sign with this SSH key: a private key, or the public half of a key in the SSH agent.", completion: .file())
  var key: String?

  @Option(help: "Who the site is for: \(Edition.allCases.map(\.rawValue).joined(separator: " or ")).")
  var edition = Edition.auditor

  @Flag(inversion: .prefixedNo, help: "Show on the pages of records who changed them and when, from git.")
  var history = true

  @Flag(help: "Release despite errors; the manifest records this.")
  var allowErrors = false

  @Flag(help: "Release although sources differ from the last commit; the manifest records this.")
  var allowDirty = false

  @OptionGroup var lock: LockOption

  func run() async throws {
    guard let version = ReleaseVersion(version) else {
      let reason = ReleaseVersion.objection(to: version) ?? "choose another"
      throw UsageError(message: "`\(TerminalText.visible(version))` cannot be the name of a release: \(reason)")
    }
    let workspace = try input.workspace()
    let asOf = try input.day.date()
    let request = BuildRequest(
      workspace: workspace, output: "\(workspace.prefix)releases/\(version)", options: try input.analysis(),
      tool: Tool.version, edition: edition, readsHistory: history, waiting: lock.wait)
    let prepared = try await prepareRelease(version, request, key: key)
    report.show(prepared.site.diagnostics, of: prepared.site.analysis, in: workspace, asOf: asOf)
    guard prepared.errors == 0 || allowErrors else {
      Console.error("error: cannot release while there are errors; fix them, or use --allow-errors\n")
      throw CommandExit(status: .errors)
    }
    guard !report.strict || prepared.site.diagnostics.count(of: .warning) == 0 else {
      Console.error("error: cannot release while there are warnings; fix them, or leave out --strict\n")
      throw CommandExit(status: .errors)
    }
    let made = try await prepared.make(allowsUnclean: allowDirty, allowsErrors: allowErrors)
    guard !report.quiet, !report.format.isMachine else { return }
    let seal = made.manifest.seal
    Console.error(
      """
      release \(seal.version) in \(made.folder): \(seal.sources.files) sources, \(seal.site.files) files of the site, \
      \(seal.signer.map { "signed with \($0)" } ?? "not signed")
      manifest \(made.manifest.digest)
      \(Release.remark(seal.origin))
      """)
  }

  /// A line that says why the release records no commit. Empty if the release records a commit.
  private static func remark(_ origin: Seal.Origin) -> String {
    switch origin {
    case .commit: ""
    case .noCommit: "the release records no commit: the repository has none, so the release cannot be traced to its sources\n"
    case .noRepository:
      """
      the release records no commit: the sources are outside git, so the release cannot be traced to them; keep a copy of the \
      sources with it

      """
    }
  }
}
