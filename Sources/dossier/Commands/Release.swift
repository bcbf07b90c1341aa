import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierLedger
import DossierRecords
import DossierText

/// Seals a version.
struct Release: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Seals a version: manifest, chain to the release before, SSH signature.",
    discussion: """
      Writes `releases/VERSION/` in the folder that is read: `manifest` with the SHA-256 of every source and every file of the site, \
      `seal` (its head), and with --key the signatures of both. All of it, or nothing. Commit it with the sources it describes.

      Refuses when there are open errors, and when a source is not as in the last commit. Told to go on, it says so in the manifest.
      """)

  @Argument(help: "The name of the release: letters, digits, `.`, `_` and `-`.")
  var version: String

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "Sign with this SSH key: a private key, or the public half of one that the agent holds.", completion: .file())
  var key: String?

  @Option(help: "Who the site is for: \(Edition.allCases.map(\.rawValue).joined(separator: " or ")).")
  var edition = Edition.auditor

  @Flag(inversion: .prefixedNo, help: "Say on the pages of records what git knows of them: who changed them when.")
  var history = true

  @Flag(help: "Release in spite of open errors; the manifest says so.")
  var allowErrors = false

  @Flag(help: "Release though sources are not as in the last commit; the manifest says so.")
  var allowDirty = false

  func run() async throws {
    guard let version = ReleaseVersion(version) else {
      let reason = ReleaseVersion.objection(to: version) ?? "choose another"
      throw UsageError(message: "`\(TerminalText.visible(version))` cannot be the name of a release: \(reason)")
    }
    let workspace = try input.workspace()
    let asOf = try input.day.date()
    let request = BuildRequest(
      workspace: workspace, output: "\(workspace.prefix)releases/\(version)", options: try input.analysis(),
      tool: Tool.version, edition: edition, readsHistory: history)
    let prepared = try await prepareRelease(version, request, key: key)
    report.show(prepared.site.diagnostics, of: prepared.site.analysis, in: workspace, asOf: asOf)
    guard prepared.errors == 0 || allowErrors else {
      Console.error("error: no release while there are errors; mend them, or use --allow-errors\n")
      throw Ended(status: .errors)
    }
    guard !report.strict || prepared.site.diagnostics.count(of: .warning) == 0 else {
      Console.error("error: no release while there are warnings; mend them, or leave out --strict\n")
      throw Ended(status: .errors)
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

  /// What the release lacks for want of git, on a line of its own; else nothing.
  private static func remark(_ origin: Seal.Origin) -> String {
    switch origin {
    case .commit: ""
    case .noCommit: "it names no commit: the repository has none, so nothing leads from it to its sources\n"
    case .noRepository: "it names no commit: the sources lie outside git, so nothing leads from it to them; keep a copy with it\n"
    }
  }
}
