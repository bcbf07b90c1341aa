import ArgumentParser
import DossierBuild
import DossierLedger
import DossierText

/// Verifies a release, a published version or a package offline.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verifies a release, a published version or a package offline, and reports what is proved.",
    discussion: """
      Each finding is `proved` (it follows from the bytes), `asserted` (a person or program states it), `not checked` (something \
      needed was missing) or `failed`. The exit status is 4 if a check failed. A folder of several releases is verified as a \
      whole. A ZIP is verified without unpacking it.
      """)

  @Argument(help: "A release, a published version, a folder of them, a ZIP of one, or with --proof a file.", completion: .file())
  var path: String

  @Option(help: "OpenSSH's file of allowed signers: who may sign with which key.", completion: .file())
  var allowedSigners: String?

  @Option(help: "Evaluate the file of allowed signers on this date, YYYY-MM-DD, instead of now. SSH signatures have no date.")
  var signersOn: String?

  @Option(help: "Also compare the sources in this folder.", completion: .directory)
  var sources: String?

  @Option(help: "A proof made by `dossier prove`, for a single file.", completion: .file())
  var proof: String?

  @Option(help: "Output format: text or json, on standard output.")
  var format = Format.text

  @Option(help: .hidden)
  var workers: Int?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  func validate() throws {
    if signersOn != nil, allowedSigners == nil { throw ValidationError("--signers-on needs --allowed-signers") }
    if proof != nil, sources != nil { throw ValidationError("--sources cannot be combined with --proof") }
  }

  func run() async throws {
    let day = try signersOn.map { text in
      guard let day = CivilDate(text) else {
        throw UsageError(message: "--signers-on needs a valid date as YYYY-MM-DD, not `\(TerminalText.visible(text))`")
      }
      return day
    }
    // Throw if the file is missing. A missing file must not be treated like a file that allows no signer.
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
    if !verification.isSound { throw CommandExit(status: .verification) }
  }
}
