import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierLedger
import DossierRecords
import DossierText

/// Packs the site, sources, evidence and reports for an auditor into one archive.
struct Package: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Packs site, sources, evidence and reports into a ZIP that can be verified anywhere.",
    discussion: """
      The package contains the auditor edition of the site, the sources, the evidence files of a period or an AI system, reports \
      (control coverage, gaps, incidents, oversight, measurements), the releases so far, and a manifest with the SHA-256 of all \
      these files. The package is written completely or not at all.

      The package is written even when there are errors, and lists them; the exit status is then 1, as for `dossier build`.
      """)

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "Limit evidence and reports to the AI system with this id.")
  var system: String?

  @Option(help: "Limit evidence, incidents and oversight to the period from this date, YYYY-MM-DD.")
  var from: String?

  @Option(help: "Limit evidence, incidents and oversight to the period up to this date, YYYY-MM-DD.")
  var to: String?

  @Option(help: "The archive to write. Default: a generated name in the current folder.", completion: .file())
  var output: String?

  @Option(help: "Sign with this SSH key: a private key, or the public half of a key in the SSH agent.", completion: .file())
  var key: String?

  @Option(help: "Package this release, as of its date. Fails if the sources differ from the release.")
  var release: String?

  @OptionGroup var baseline: BaselineOption

  func run() async throws {
    let workspace = try input.workspace()
    // A release is packaged with its own as-of date, so that the site in the package equals the site of the release.
    let sealed = try release.flatMap { try dayOfRelease($0, in: workspace) }
    let asOf = try sealed.flatMap { input.day.asOf == nil ? $0 : nil } ?? input.day.date()
    if let release, let sealed, asOf != sealed {
      throw UsageError(message: "release \(release) has its own date, \(sealed); leave out --as-of, or leave out --release")
    }
    let (first, last) = (try Package.day(from, "--from"), try Package.day(to, "--to"))
    if let first, let last, last < first { throw UsageError(message: "--to is before --from") }
    let made = try await makePackage(
      PackageRequest(
        build: BuildRequest(
          workspace: workspace, output: "\(workspace.prefix)releases/package",
          options: AnalysisOptions(asOf: asOf, workers: input.workerCount, usesBaseline: baseline.isUsed), tool: Tool.version),
        system: system, from: first, to: last, output: output, key: key, release: release))
    report.show(made.site.diagnostics, of: made.site.analysis, in: workspace, asOf: asOf)
    if !report.quiet, !report.format.isMachine {
      Console.error(
        """
        \(made.files) files in \(made.output), \(made.selected.of) of \(made.selected.all) records of evidence, \
        \(made.manifest.seal.signer.map { "signed with \($0)" } ?? "not signed")
        manifest \(made.manifest.digest)

        """)
    }
    try report.endOnErrors(made.site.diagnostics)
  }

  private static func day(_ text: String?, _ option: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else {
      throw UsageError(message: "\(option) needs a valid date as YYYY-MM-DD, not `\(text)`")
    }
    return day
  }
}
