@testable import DossierBuild
@testable import DossierText

/// Files of allowed signers, read with `ssh-keygen`: a valid signature stays valid, and only a file with its key allows it.
enum AllowedSignersTarget {
  /// The signature of `message` by a key that was made for this test and then deleted.
  private static let signature = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgV7K8AzJ7G1WTMkK/gJU2OHA0lX
    eu6iBSQGZ4d/jo4kEAAAAPZG9zc2llci1yZWxlYXNlAAAAAAAAAAZzaGE1MTIAAABTAAAA
    C3NzaC1lZDI1NTE5AAAAQGcmCbFXrtRwovN198qem3aWCN9d1ht56WBPFvaqa0ljmWLwJp
    GqHVL2WRLVCjgbxBZkIvz2/16f1v5m/D2A9wI=
    -----END SSH SIGNATURE-----

    """
  private static let key = "AAAAC3NzaC1lZDI1NTE5AAAAIFeyvAMyextVkzJCv4CVNjhwNJV3ruogUkBmeHf46OJB"
  private static let fingerprint = "SHA256:blR4e9F9JuZ4sPUL9TSmSv6q+hU8JC9zx91tAXJ7ADY"

  static func run(_ bytes: [UInt8]) throws {
    guard let day = CivilDate("2026-10-31") else { return }
    let signers = AllowedSigners(bytes, on: day)
    let check = try SSHSignature.check(Array(signature.utf8), of: Array("message".utf8), allowedSigners: signers)
    switch check {
    case .noProgram: break
    case .bad, .by: throw Violation(description: "the signature is not valid with these allowed signers")
    case .stranger(let fingerprint, _): try require(fingerprint == self.fingerprint, "the signature has another key")
    case .allowed(let fingerprint, let principal):
      try require(fingerprint == self.fingerprint, "the signature has another key")
      try require(!principal.isEmpty, "the signer has no name")
      try require(
        String(decoding: bytes, as: UTF8.self).contains(key), "the signature is allowed, but the file does not contain its key")
    }
  }
}
