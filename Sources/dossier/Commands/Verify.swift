import ArgumentParser
import DossierBuild
import DossierLedger
import DossierText

/// Verifies offline, and says what that is worth.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verifies a release, a published version or a package offline, and says what was proved.",
    discussion: """
      Each sentence is `proved` (it follows from the bytes), `asserted` (somebody says so), `not checked` (something was not there) or \
      `failed`. Exit status 4 when anything failed. A folder of several is verified as a whole; a ZIP without unpacking it.
      """)

  @Argument(help: "A release, a published version, a folder of them, a ZIP of one, or with --proof a file.", completion: .file())
  var path: String

  @Option(help: "OpenSSH's file of allowed signers: who may sign with which key.", completion: .file())
  var allowedSigners: String?

  @Option(help: "Hold the file of allowed signers against this day, YYYY-MM-DD, and not against now: a signature has no date.")
  var signersOn: String?

  @Option(help: "Compare the sources in this folder too.", completion: .directory)
  var sources: String?

  @Option(help: "A proof made by `dossier prove`, for a file that stands alone.", completion: .file())
  var proof: String?

  @Option(help: "text or json, both on standard output.")
  var format = Format.text

  @Option(help: .hidden)
  var workers: Int?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if signersOn != nil, allowedSigners == nil { throw ValidationError("--signers-on goes with --allowed-signers") }
    if proof != nil, sources != nil { throw ValidationError("--sources does not go with --proof") }
  }

  func run() async throws {
    let day = try signersOn.map { text in
      guard let day = CivilDate(text) else {
        throw UsageError(message: "--signers-on wants a day that exists as YYYY-MM-DD, not `\(TerminalText.visible(text))`")
      }
      return day
    }
    // A file that is not there must not be taken for one that allows nobody.
    let signers = try allowedSigners.map { try AllowedSigners($0, on: day) }
    let verification: Verification
    if let proof {
      verification = Verification(releases: [try verify(path, proof: proof, allowedSigners: signers)], findings: [])
    } else {
      verification = try await verify(
        VerificationRequest(
          path: path, allowedSigners: signers, sources: sources, tool: Tool.version,
          workers: WorkspaceOptions.count(workers)))
    }
    let report = VerificationReport(verification)
    Console.out(format == .json ? report.json : report.text)
    if !verification.isSound { throw Ended(status: .verification) }
  }
}
