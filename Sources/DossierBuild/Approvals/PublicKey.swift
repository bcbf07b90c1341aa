import DossierText

/// An SSH public key in the format of a public key file: `TYPE BASE64 COMMENT`.
struct PublicKey {
  /// The fingerprint `SHA256:…`, as `ssh-keygen -l` prints it.
  let fingerprint: String

  /// Nil if the text is not a public key. The base64 data also contains a key type. The key type
  /// in the data must equal the key type before the data.
  init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "\t" }
    guard words.count >= 2, let blob = Base64.decode(words[1].utf8), blob.count > 4 else { return nil }
    let length = blob[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard blob.count > 4 + length, blob[4..<(4 + length)].elementsEqual(words[0].utf8) else { return nil }
    self.init(blob: blob)
  }

  private init(blob: [UInt8]) { fingerprint = "SHA256:" + Base64.encodeUnpadded(Digest(of: blob).bytes) }

  /// The key in an armored SSH signature (PROTOCOL.sshsig). The signature is not verified, so the key is only a claim. Nil if the
  /// text is not an armored SSH signature.
  init?(namedBy signature: [UInt8]) {
    let lines = signature.split(separator: 0x0A).filter { !$0.starts(with: "-----".utf8) }
    guard let blob = Base64.decode(lines.joined()), blob.starts(with: "SSHSIG".utf8), blob.count > 14 else { return nil }
    let length = blob[10..<14].reduce(0) { $0 << 8 | Int($1) }
    guard blob.count >= 14 + length else { return nil }
    self.init(blob: Array(blob[14..<(14 + length)]))
  }
}
