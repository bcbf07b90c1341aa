import ArgumentParser
import DossierAnalysis
import DossierBuild
import DossierLedger
import DossierRecords
import DossierText

/// Packs what an auditor needs into one archive.
struct Package: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Packs site, sources, evidence and reports into a ZIP that can be verified anywhere.",
    discussion: """
      The auditor's edition of the site, the sources, the files of evidence of a time or an AI system, reports (control coverage, gaps, \
      incidents, oversight, measurements), the releases so far, and a manifest with the SHA-256 of everything. All of it, or nothing.

      It is made even when there are errors, which it then names; the exit status is 1, as of `dossier build`.
      """)

  @OptionGroup var input: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  @Option(help: "Limit evidence and reports to this AI system: its id.")
  var system: String?

  @Option(help: "Limit evidence, incidents and oversight to the time from this day on, YYYY-MM-DD.")
  var from: String?

  @Option(help: "Limit evidence, incidents and oversight to the time up to this day, YYYY-MM-DD.")
  var to: String?

  @Option(help: "The archive. Default: a name of its own in the current folder.", completion: .file())
  var output: String?

  @Option(help: "Sign with this SSH key: a private key, or the public half of one that the agent holds.", completion: .file())
  var key: String?

  @Option(help: "Pack this release, as of its day: refuse when the sources are not its own.")
  var release: String?

  @OptionGroup var baseline: BaselineOption

  func run() async throws {
    let workspace = try input.workspace()
    // A release is packed as of its own day, so that the site is the one that was sealed.
    let sealed = try release.flatMap { try dayOfRelease($0, in: workspace) }
    let asOf = try sealed.flatMap { input.day.asOf == nil ? $0 : nil } ?? input.day.date()
    if let release, let sealed, asOf != sealed {
      throw UsageError(message: "release \(release) has its own day, \(sealed); leave out --as-of, or leave out --release")
    }
    let (first, last) = (try Package.day(from, "--from"), try Package.day(to, "--to"))
    if let first, let last, last < first { throw UsageError(message: "--to lies before --from") }
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
    try report.judge(made.site.diagnostics)
  }

  private static func day(_ text: String?, _ option: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let day = CivilDate(text) else {
      throw UsageError(message: "\(option) wants a day that exists as YYYY-MM-DD, not `\(text)`")
    }
    return day
  }
}
