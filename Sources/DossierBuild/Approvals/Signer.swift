import DossierText

/// The signer of a commit or tag, determined only from the bytes of the commit or tag.
enum Signer: Sendable, Hashable {
  case none
  /// The object has a signature that is not an SSH signature.
  case foreign
  case invalid
  /// The signature was not checked, because `ssh-keygen` is not installed.
  case unchecked
  /// The signature is valid and was made with the key that has this fingerprint.
  case key(String)

  /// Verifies an SSH signature with one run of `ssh-keygen`. The result does not depend on the clock or on a list of allowed
  /// keys.
  init(_ object: SignedObject) throws(EnvironmentError) {
    switch object.signature {
    case .none: self = .none
    case .other: self = .foreign
    case .ssh(let signature):
      switch try SSHSignature.check(signature, of: object.payload, namespace: "git") {
      case .noProgram: self = .unchecked
      case .by(let print), .allowed(let print, _), .stranger(let print, _): self = .key(print)
      case .bad: self = .invalid
      }
    }
  }
}
