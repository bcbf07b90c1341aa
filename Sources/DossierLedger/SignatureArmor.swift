import DossierText

/// The canonical form of an armored SSH signature (PROTOCOL.sshsig): one base64 block in lines of 70 characters, and no other
/// text.
///
/// `ssh-keygen` also accepts other forms, and ignores some of their bytes. Somebody could change these bytes without detection,
/// so only the form that `ssh-keygen` writes is accepted.
package enum SignatureArmor {
  private static let begin = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
  private static let end = Array("-----END SSH SIGNATURE-----\n".utf8)
  private static let columns = 70

  package static func isCanonical(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: begin), bytes.reversed().starts(with: end.reversed()), bytes.count > begin.count + end.count else {
      return false
    }
    let letters = bytes[begin.count..<(bytes.count - end.count)].filter { $0 != 0x0A }
    guard let blob = Base64.decode(letters), isWhole(blob) else { return false }
    return armored(blob) == bytes
  }

  /// Encodes a signature as armored text.
  package static func armored(_ blob: [UInt8]) -> [UInt8] {
    var letters = Array(Base64.encodeUnpadded(blob).utf8)
    while letters.count % 4 != 0 { letters.append(UInt8(ascii: "=")) }
    var out = begin
    for start in stride(from: 0, to: letters.count, by: columns) {
      out += letters[start..<min(start + columns, letters.count)]
      out.append(0x0A)
    }
    return out + end
  }

  /// Whether a signature has the expected parts and no bytes after the last part.
  ///
  /// The parts are: `SSHSIG`, version 1, key, namespace, an empty reserved field, the digest algorithm and the signature.
  /// `ssh-keygen` does not check that the reserved field is empty, so this function checks that. `ssh-keygen` checks the
  /// key, namespace, digest algorithm and signature, so this function ignores their values.
  private static func isWhole(_ blob: [UInt8]) -> Bool {
    let head = Array("SSHSIG".utf8) + [0, 0, 0, 1]
    guard blob.starts(with: head) else { return false }
    var rest = blob.dropFirst(head.count)
    var lengths: [Int] = []
    while !rest.isEmpty {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count >= 4, rest.count - 4 >= length else { return false }
      lengths.append(length)
      rest = rest.dropFirst(4 + length)
    }
    return lengths.count == 5 && lengths[2] == 0
  }
}
