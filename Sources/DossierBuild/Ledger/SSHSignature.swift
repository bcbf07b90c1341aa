import DossierText
import Glibc

/// Makes and verifies SSH signatures with the `ssh-keygen` program of OpenSSH.
enum SSHSignature {
  static let namespace = "dossier-release"
  /// The environment variables that `ssh-keygen` needs to find the agent and to ask for a passphrase.
  private static let inherited = [
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TERM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK",
    "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_SK_PROVIDER",
  ]

  private static var program: Program? {
    Program(named: "ssh-keygen", environment: Program.inherited(inherited) + ["LC_ALL=C"])
  }

  /// The fingerprint `SHA256:…` of a private or public key file.
  static func fingerprint(of key: String) throws(EnvironmentError) -> String {
    let done = try needed(["-l", "-E", "sha256", "-f", key], [])
    let words = done.bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard done.result.status == 0, words.count > 1, words[1].hasPrefix("SHA256:") else {
      throw EnvironmentError("read the key \(key)", reason: done.result.firstComplaint)
    }
    return words[1]
  }

  /// Signs with the private key in the file `key`. If the file contains a public key, the SSH agent signs with the matching
  /// private key.
  static func make(_ message: [UInt8], with key: String) throws(EnvironmentError) -> [UInt8] {
    let done = try needed(["-Y", "sign", "-f", key, "-n", namespace], message)
    guard done.result.status == 0, done.bytes.starts(with: "-----BEGIN SSH SIGNATURE-----".utf8) else {
      throw EnvironmentError("sign with \(key)", reason: done.result.firstComplaint)
    }
    return done.bytes
  }

  enum Check {
    case noProgram
    /// The signature is not valid for these bytes or for this namespace.
    case bad
    /// The signature was made with the key of this fingerprint. The owner of the key was not checked.
    case by(fingerprint: String)
    /// The signature was made with a key that the allowed signers file assigns to this principal.
    case allowed(fingerprint: String, principal: String)
    /// The allowed signers file does not allow the key of the signature, or does not allow this key on the date. `reason` is
    /// OpenSSH's message about the file. Nil if there is no message.
    case stranger(fingerprint: String, reason: String?)
  }

  /// Verifies a signature. With an allowed signers file, also identifies the signer.
  static func check(
    _ signature: [UInt8], of message: [UInt8], allowedSigners: AllowedSigners? = nil, namespace: String = SSHSignature.namespace
  ) throws(EnvironmentError) -> Check {
    guard program != nil else { return .noProgram }
    let file = try MemoryFile(signature)
    let done = try needed(["-Y", "check-novalidate", "-n", namespace, "-s", file.path], message, [file])
    guard done.result.status == 0, let print = fingerprint(in: done.bytes) else { return .bad }
    guard let allowedSigners else { return .by(fingerprint: print) }
    var lines = allowedSigners.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var reasons: [LineRefusal] = []
    // `ssh-keygen` uses only the first line with the key, even if only a later line allows this signature. So blank out the
    // refused line and try again.
    for _ in 0..<mostLines {
      let signers = try MemoryFile(Array(lines.joined(separator: [0x0A])))
      let options = allowedSigners.options + ["-f", signers.path, "-s", file.path]
      let found = try needed(["-Y", "find-principals"] + options, [], [file, signers])
      var complaint = found.result.complaint
      for name in found.bytes.split(separator: 0x0A).prefix(mostLines) where found.result.status == 0 {
        let principal = String(decoding: name, as: UTF8.self)
        let verified = try needed(["-Y", "verify", "-I", principal, "-n", namespace] + options, message, [file, signers])
        if verified.result.status == 0 { return .allowed(fingerprint: print, principal: principal) }
        complaint = verified.result.complaint
      }
      let refusal = LineRefusal(in: complaint, about: signers.path)
      if let refusal { reasons.append(refusal) }
      guard found.result.status == 0, let refusal, lines.indices.contains(refusal.line - 1) else { break }
      lines[refusal.line - 1] = []
    }
    return .stranger(fingerprint: print, reason: reasons.first?.description)
  }

  private static let mostLines = 64

  /// OpenSSH's message about one line of a file: `PATH:1: key has expired …`.
  private struct LineRefusal: CustomStringConvertible {
    let line: Int
    let reason: Substring

    init?(in complaint: String, about path: String) {
      guard let message = complaint.split(whereSeparator: \.isNewline).last(where: { $0.hasPrefix("\(path):") }) else {
        return nil
      }
      let parts = message.dropFirst(path.count + 1).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let line = Int(parts[0]), line > 0 else { return nil }
      self.line = line
      reason = parts[1]
    }

    var description: String { "line \(line):\(reason)" }
  }

  private static func fingerprint(in output: [UInt8]) -> String? {
    let words = output.split { $0 == 0x20 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
    return words.last { $0.hasPrefix("SHA256:") }
  }

  private static func needed(
    _ arguments: [String], _ input: [UInt8], _ files: [MemoryFile] = []
  ) throws(EnvironmentError) -> (bytes: [UInt8], result: Program.Result) {
    guard let program else { throw EnvironmentError("sign or verify", reason: "the program `ssh-keygen` is not installed") }
    let done = try program.output(arguments, input: input, handing: files)
    // If `ssh-keygen` was killed, there is no result. Do not report an invalid signature in this case.
    guard !done.result.wasKilled else { throw EnvironmentError("run `ssh-keygen`", reason: "it was killed") }
    return done
  }
}
