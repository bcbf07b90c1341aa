import DossierText

/// Who signed a commit or tag, as far as its bytes say.
enum Signer: Sendable, Hashable {
  case none
  /// Not with SSH.
  case foreign
  case invalid
  /// There is no `ssh-keygen`.
  case unchecked
  /// Whoever has the key with this fingerprint.
  case key(String)

  /// One run of `ssh-keygen` where there is an SSH signature. No clock and no list of allowed keys has a say in it.
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
