import DossierLedger
import DossierText

/// What the signatures of a release are worth.
struct SignatureFindings {
  private let allowedSigners: AllowedSigners?
  /// No key makes a longer one.
  static let largest = 1 << 16

  init(_ request: VerificationRequest) { allowedSigners = request.allowedSigners }
  init(allowedSigners: AllowedSigners?) { self.allowedSigners = allowedSigners }

  /// Of the manifest and the seal, and that the seal is the head of the manifest.
  func ofRelease(
    _ files: some ReleaseFiles, _ manifest: Manifest, in folder: [String] = []
  ) throws(EnvironmentError) -> [Finding] {
    var findings = try of(files, folder, SealedFolder.manifest, manifest.bytes, manifest.seal)
    let place = SourcePath(parts: folder + [SealedFolder.seal])
    guard files.has(place) else {
      return findings + [Finding(.failed, "seal-missing", path: SealedFolder.seal, "the seal is missing")]
    }
    guard let seal = files.bytes(of: place, limit: manifest.seal.bytes.count), seal == manifest.seal.bytes else {
      return findings + [Finding(.failed, "seal-changed", path: SealedFolder.seal, "the seal is not the head of the manifest")]
    }
    // Of the second signature only what is wrong is news; that there is none was said of the first.
    let second = try of(files, folder, SealedFolder.seal, seal, manifest.seal)
    findings += second.filter { finding in
      finding.state == .failed && !findings.contains { ($0.code, $0.sentence) == (finding.code, finding.sentence) }
    }
    return findings
  }

  /// Of a manifest that may not be readable as one.
  func of(_ files: some ReleaseFiles, _ name: String, _ bytes: [UInt8]) throws(EnvironmentError) -> [Finding] {
    guard files.has(SourcePath(parts: ["\(name).sig"])) else { return [] }
    return try of(files, [], name, bytes, nil)
  }

  private func of(
    _ files: some ReleaseFiles, _ folder: [String], _ name: String, _ bytes: [UInt8], _ seal: Seal?
  ) throws(EnvironmentError) -> [Finding] {
    let place = SourcePath(parts: folder + ["\(name).sig"])
    let signature = files.bytes(of: place, limit: SignatureFindings.largest)
    if signature == nil, files.has(place) {
      return [
        Finding(
          .failed, "signature-invalid", path: place.name,
          "\(place.name) is no signature: it is no file that can be read, or larger than 64 KiB")
      ]
    }
    return try of(signature, over: bytes, name, seal: seal)
  }

  /// Nil for the seal where what it says is not known.
  func of(_ signature: [UInt8]?, over bytes: [UInt8], _ name: String, seal: Seal?) throws(EnvironmentError) -> [Finding] {
    let file = "\(name).sig"
    guard let signature else {
      if let named = seal?.signer {
        return [Finding(.failed, "signature-missing", path: file, "\(file) is missing; the release was signed with \(named)")]
      }
      if allowedSigners != nil {
        return [
          Finding(
            .failed, "signature-missing", path: file,
            "the release is not signed, so nobody in the file of allowed signers vouches for it")
        ]
      }
      return [
        Finding(
          .unchecked, "signature", "the release is not signed: nothing shows who made it, or that it was not made anew as a whole"
        )
      ]
    }
    guard SignatureArmour.isCanonical(signature) else {
      return [
        Finding(
          .failed, "signature-invalid", path: file,
          "\(file) is no signature as `ssh-keygen` writes it: one block, with nothing before, in or after it")
      ]
    }
    let check = try SSHSignature.check(signature, of: bytes, allowedSigners: allowedSigners)
    if let seal, let print = check.fingerprint, print != seal.signer {
      let said = seal.signer.map { "the release says \($0)" } ?? "the release says that it is not signed"
      return [Finding(.failed, "signature-other-key", path: file, "\(name) is signed with \(print), and \(said)")]
    }
    switch check {
    case .bad: return [Finding(.failed, "signature-invalid", path: file, "\(file) is no valid signature of \(name)")]
    case .noProgram:
      if allowedSigners != nil { throw EnvironmentError("verify the signature", reason: "there is no program `ssh-keygen`") }
      return [Finding(.unchecked, "signature", "the signature was not checked: there is no program `ssh-keygen`")]
    case .stranger(let print, let reason):
      let because = reason.map { ": \(TerminalText.visible($0))" } ?? ""
      let refused = "\(name) is signed with \(print), which the file of allowed signers does not allow \(dayWords)\(because)"
      guard let seal, let allowed = try allowed(signature, over: bytes, on: seal.asOf) else {
        return [Finding(.failed, "signer-unknown", path: file, refused)]
      }
      return [
        Finding(
          .failed, "signer-lapsed", path: file,
          "\(refused). It allowed it to \(TerminalText.visible(allowed)) on \(seal.asOf), the day of the release, but no signature shows when it was made; hold the file against a day that you know with --signers-on"
        )
      ]
    case .by(let print):
      return [
        Finding(.proved, "signature", "whoever has the key \(print) signed the \(name)"),
        Finding(.unchecked, "signer", "whose key that is was not checked; give a file of allowed signers with --allowed-signers"),
      ]
    case .allowed(let print, let principal):
      let who = TerminalText.visible(principal)
      let isPattern = principal.contains { "*?!".contains($0) }
      return [
        Finding(
          .proved, "signature",
          isPattern
            ? "the \(name) is signed with the key \(print), which the file of allowed signers allows to `\(who)`, no one name, \(dayWords)"
            : "the \(name) is signed by \(who), with the key \(print), as the file of allowed signers has it \(dayWords)")
      ]
    }
  }

  private var dayWords: String { allowedSigners?.dayWords ?? "" }

  /// To whom the key is allowed on another day.
  private func allowed(_ signature: [UInt8], over bytes: [UInt8], on day: CivilDate) throws(EnvironmentError) -> String? {
    guard let allowedSigners, allowedSigners.day != day else { return nil }
    let check = try SSHSignature.check(signature, of: bytes, allowedSigners: allowedSigners.on(day))
    guard case .allowed(_, let principal) = check else { return nil }
    return principal
  }
}

extension SSHSignature.Check {
  /// Of the key, where the signature is one of the bytes.
  fileprivate var fingerprint: String? {
    switch self {
    case .noProgram, .bad: nil
    case .by(let print), .allowed(let print, _), .stranger(let print, _): print
    }
  }
}
