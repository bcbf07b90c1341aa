import DossierLedger
import DossierText

/// Verifies the signatures of a release.
struct SignatureFindings {
  private let allowedSigners: AllowedSigners?
  /// The maximum size of a signature file in bytes. No key makes a longer signature.
  static let largest = 1 << 16

  init(_ request: VerificationRequest) { allowedSigners = request.allowedSigners }
  init(allowedSigners: AllowedSigners?) { self.allowedSigners = allowedSigners }

  /// Verifies the signatures of the manifest and the seal. Also checks that the seal equals the head of the manifest.
  func ofRelease(
    _ files: some ReleaseFiles, _ manifest: Manifest, in folder: [String] = []
  ) throws(EnvironmentError) -> [Finding] {
    var findings = try of(files, folder, SealedFolder.manifest, manifest.bytes, manifest.seal)
    let place = SourcePath(parts: folder + [SealedFolder.seal])
    guard files.has(place) else {
      return findings + [Finding(.failed, "seal-missing", path: SealedFolder.seal, "the seal is missing")]
    }
    guard let seal = files.bytes(of: place, limit: manifest.seal.bytes.count), seal == manifest.seal.bytes else {
      return findings + [
        Finding(.failed, "seal-changed", path: SealedFolder.seal, "the seal differs from the head of the manifest")
      ]
    }
    // `findings` are about the signature of the manifest. For the signature of the seal, add only findings with the state
    // `failed`, and leave out findings with the same code and sentence as a finding about the manifest.
    let second = try of(files, folder, SealedFolder.seal, seal, manifest.seal)
    findings += second.filter { finding in
      finding.state == .failed && !findings.contains { ($0.code, $0.sentence) == (finding.code, finding.sentence) }
    }
    return findings
  }

  /// Verifies the signature of a manifest that may be malformed.
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
          "\(place.name) is not a signature: it is not a readable file, or it is larger than 64 KiB")
      ]
    }
    return try of(signature, over: bytes, name, seal: seal)
  }

  /// The findings about one signature. `seal` is nil if the seal could not be read.
  func of(_ signature: [UInt8]?, over bytes: [UInt8], _ name: String, seal: Seal?) throws(EnvironmentError) -> [Finding] {
    let file = "\(name).sig"
    guard let signature else {
      if let named = seal?.signer {
        return [Finding(.failed, "signature-missing", path: file, "\(file) is missing, but the release was signed with \(named)")]
      }
      if allowedSigners != nil {
        return [
          Finding(
            .failed, "signature-missing", path: file,
            "the release is not signed, so no key in the allowed signers file confirms it")
        ]
      }
      return [
        Finding(
          .unchecked, "signature",
          "the release is not signed: nothing proves who made it or that the whole release was not replaced"
        )
      ]
    }
    guard SignatureArmor.isCanonical(signature) else {
      return [
        Finding(
          .failed, "signature-invalid", path: file,
          "\(file) is not a signature in the format of `ssh-keygen`: one block without other text")
      ]
    }
    let check = try SSHSignature.check(signature, of: bytes, allowedSigners: allowedSigners)
    if let seal, let print = check.fingerprint, print != seal.signer {
      let claim = seal.signer.map { "the seal gives the key \($0)" } ?? "the seal says that the release is not signed"
      return [Finding(.failed, "signature-other-key", path: file, "\(name) is signed with \(print), but \(claim)")]
    }
    switch check {
    case .bad: return [Finding(.failed, "signature-invalid", path: file, "\(file) is not a valid signature of \(name)")]
    case .noProgram:
      if allowedSigners != nil {
        throw EnvironmentError("verify the signature", reason: "the program `ssh-keygen` is not installed")
      }
      return [Finding(.unchecked, "signature", "the signature was not checked: the program `ssh-keygen` is not installed")]
    case .stranger(let print, let reason):
      let because = reason.map { ": \(TerminalText.visible($0))" } ?? ""
      let refused = "\(name) is signed with \(print), which the allowed signers file does not allow \(dayWords)\(because)"
      guard let seal, let allowed = try allowed(signature, over: bytes, on: seal.asOf) else {
        return [Finding(.failed, "signer-unknown", path: file, refused)]
      }
      return [
        Finding(
          .failed, "signer-lapsed", path: file,
          "\(refused). The file allows the key for \(TerminalText.visible(allowed)) on \(seal.asOf), the as-of date of the release, but a signature contains no date; if you know when it was signed, give that date with --signers-on"
        )
      ]
    case .by(let print):
      return [
        Finding(.proved, "signature", "the \(name) is signed with the key \(print)"),
        Finding(
          .unchecked, "signer", "the owner of the key was not checked; give an allowed signers file with --allowed-signers"),
      ]
    case .allowed(let print, let principal):
      let who = TerminalText.visible(principal)
      let isPattern = principal.contains { "*?!".contains($0) }
      return [
        Finding(
          .proved, "signature",
          isPattern
            ? "the \(name) is signed with the key \(print), which the allowed signers file allows for the pattern `\(who)`, not for one name, \(dayWords)"
            : "the \(name) is signed by \(who) with the key \(print), according to the allowed signers file \(dayWords)")
      ]
    }
  }

  private var dayWords: String { allowedSigners?.dayWords ?? "" }

  /// The principal to whom the allowed signers file assigns the key on `day`. Nil if there is no such principal, or if `day` is
  /// the date that was already checked.
  private func allowed(_ signature: [UInt8], over bytes: [UInt8], on day: CivilDate) throws(EnvironmentError) -> String? {
    guard let allowedSigners, allowedSigners.day != day else { return nil }
    let check = try SSHSignature.check(signature, of: bytes, allowedSigners: allowedSigners.on(day))
    guard case .allowed(_, let principal) = check else { return nil }
    return principal
  }
}

extension SSHSignature.Check {
  /// The fingerprint of the signing key. Nil when the signature is not valid or was not checked.
  fileprivate var fingerprint: String? {
    switch self {
    case .noProgram, .bad: nil
    case .by(let print), .allowed(let print, _), .stranger(let print, _): print
    }
  }
}
