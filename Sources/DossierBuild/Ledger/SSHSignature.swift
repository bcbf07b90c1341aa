import DossierText
import Glibc

/// Signatures as OpenSSH makes and checks them, through its own `ssh-keygen`.
enum SSHSignature {
  static let namespace = "dossier-release"
  private static let program = ChildProgram(name: "ssh-keygen")

  /// `SHA256:…` of a key: the file of a private or of a public one.
  static func fingerprint(of key: String) throws(EnvironmentError) -> String {
    let done = try needed(["-l", "-E", "sha256", "-f", key], [])
    let words = done.output.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
    guard done.status == 0, words.count > 1, words[1].hasPrefix("SHA256:") else {
      throw EnvironmentError("read the key \(key)", reason: done.complaint)
    }
    return words[1]
  }

  /// Signs with the key of a file, or with the one of the agent whose public half the file holds.
  static func make(_ message: [UInt8], with key: String) throws(EnvironmentError) -> [UInt8] {
    let done = try needed(["-Y", "sign", "-f", key, "-n", namespace], message)
    guard done.status == 0, done.output.starts(with: "-----BEGIN SSH SIGNATURE-----".utf8) else {
      throw EnvironmentError("sign with \(key)", reason: done.complaint)
    }
    return done.output
  }

  enum Check {
    case noProgram
    /// It is no signature of these bytes, or none for releases.
    case bad
    /// Made by the key with this fingerprint, whoever has it.
    case by(fingerprint: String)
    /// Made by a key that the file allows to this person.
    case allowed(fingerprint: String, principal: String)
    /// Made by a key that the file does not allow, or no longer.
    case stranger(fingerprint: String)
  }

  /// Checks a signature; with a file of allowed signers, also whose it is.
  static func check(_ signature: [UInt8], of message: [UInt8], allowedSigners: String?) throws(EnvironmentError) -> Check {
    let file = try TemporaryFile(signature)
    guard let done = try program.run(["-Y", "check-novalidate", "-n", namespace, "-s", file.path], input: message) else {
      return .noProgram
    }
    guard done.status == 0, let print = fingerprint(in: done.output) else { return .bad }
    guard let allowedSigners else { return .by(fingerprint: print) }
    let found = try needed(["-Y", "find-principals", "-s", file.path, "-f", allowedSigners], [])
    for name in found.output.split(separator: 0x0A) where found.status == 0 {
      let principal = String(decoding: name, as: UTF8.self)
      let verified = try needed(
        ["-Y", "verify", "-f", allowedSigners, "-I", principal, "-n", namespace, "-s", file.path], message)
      if verified.status == 0 { return .allowed(fingerprint: print, principal: principal) }
    }
    return .stranger(fingerprint: print)
  }

  private static func fingerprint(in output: [UInt8]) -> String? {
    let words = output.split { $0 == 0x20 || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
    return words.last { $0.hasPrefix("SHA256:") }
  }

  private static func needed(_ arguments: [String], _ input: [UInt8]) throws(EnvironmentError) -> ChildProgram.Outcome {
    guard let done = try program.run(arguments, input: input) else {
      throw EnvironmentError("sign or verify", reason: "there is no program `ssh-keygen`")
    }
    return done
  }
}
