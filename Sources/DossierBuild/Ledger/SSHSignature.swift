import DossierText
import Glibc

/// Signatures as OpenSSH makes and checks them, through its own `ssh-keygen`.
enum SSHSignature {
  static let namespace = "dossier-release"
  /// What it needs to find the agent, and to ask for a passphrase.
  private static let inherited = [
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TERM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SSH_AUTH_SOCK",
    "SSH_ASKPASS", "SSH_ASKPASS_REQUIRE", "SSH_SK_PROVIDER",
  ]

  private static var program: Program? {
    Program(named: "ssh-keygen", environment: Program.inherited(inherited) + ["LC_ALL=C"])
  }

  /// `SHA256:…` of a key: the file of a private or of a public one.
  static func fingerprint(of key: String) throws(EnvironmentError) -> String {
    let done = try needed(["-l", "-E", "sha256", "-f", key], [])
    let words = done.bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard done.result.status == 0, words.count > 1, words[1].hasPrefix("SHA256:") else {
      throw EnvironmentError("read the key \(key)", reason: done.result.firstComplaint)
    }
    return words[1]
  }

  /// Signs with the key of a file, or with the one of the agent whose public half the file holds.
  static func make(_ message: [UInt8], with key: String) throws(EnvironmentError) -> [UInt8] {
    let done = try needed(["-Y", "sign", "-f", key, "-n", namespace], message)
    guard done.result.status == 0, done.bytes.starts(with: "-----BEGIN SSH SIGNATURE-----".utf8) else {
      throw EnvironmentError("sign with \(key)", reason: done.result.firstComplaint)
    }
    return done.bytes
  }

  enum Check {
    case noProgram
    /// It is no signature of these bytes, or none for releases.
    case bad
    /// Made by the key with this fingerprint, whoever has it.
    case by(fingerprint: String)
    /// Made by a key that the file allows to this person.
    case allowed(fingerprint: String, principal: String)
    /// Made by a key that the file does not allow, or not on that day; with what OpenSSH says of the file, where it says something.
    case stranger(fingerprint: String, reason: String?)
  }

  /// Checks a signature; with a file of allowed signers, also whose it is.
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
    // Only the first line with the key is looked at, even where it is not for these signatures and a later one is.
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

  /// What OpenSSH says of one line of a file: `PATH:1: key has expired …`.
  private struct LineRefusal: CustomStringConvertible {
    let line: Int
    let reason: Substring

    init?(in complaint: String, about path: String) {
      guard let said = complaint.split(whereSeparator: \.isNewline).last(where: { $0.hasPrefix("\(path):") }) else { return nil }
      let parts = said.dropFirst(path.count + 1).split(separator: ":", maxSplits: 1)
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
    guard let program else { throw EnvironmentError("sign or verify", reason: "there is no program `ssh-keygen`") }
    let done = try program.output(arguments, input: input, handing: files)
    // That it did not come to an answer says nothing about a signature.
    guard !done.result.wasKilled else { throw EnvironmentError("run `ssh-keygen`", reason: "it was killed") }
    return done
  }
}
