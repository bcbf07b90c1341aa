import DossierRecords

/// A git commit or tag, split into the signed payload and the signature.
struct SignedObject {
  let payload: [UInt8]
  let signature: Signature

  enum Signature: Sendable, Hashable {
    case none
    /// An armored SSH signature.
    case ssh([UInt8])
    /// An OpenPGP or X.509 signature, or several signatures.
    case other
  }

  private static let armor = Array("-----BEGIN SSH SIGNATURE-----".utf8)

  /// Splits a commit. The signature is in a header line. The name of this header depends on the hash algorithm of the
  /// repository. The payload is the commit without any signature header.
  init(commit bytes: [UInt8], named id: ObjectID) {
    let own = Array((id.text.count == 64 ? "gpgsig-sha256" : "gpgsig").utf8)
    var (payload, signatures): ([UInt8], [[UInt8]]) = ([], [])
    var start = 0
    var skips = false
    var isOwn = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      // The headers end at the first empty line.
      if line.first == 0x0A { break }
      if line.first == 0x20, skips {
        if isOwn { signatures[signatures.count - 1] += line.dropFirst() }
      } else {
        let key = line.prefix { $0 != 0x20 && $0 != 0x0A }
        skips = key.elementsEqual("gpgsig".utf8) || key.elementsEqual("gpgsig-sha256".utf8)
        isOwn = skips && key.elementsEqual(own)
        if isOwn { signatures.append(Array(line.dropFirst(key.count + 1))) }
        if !skips { payload += line }
      }
      start = end
    }
    self.payload = payload + bytes[start...]
    signature =
      switch signatures.count {
      case 0: .none
      case 1: signatures[0].starts(with: SignedObject.armor) ? .ssh(signatures[0]) : .other
      default: .other
      }
  }

  /// Splits a tag. The signature is at the end of the tag message.
  init(tag bytes: [UInt8]) {
    var start = 0
    var begin: (place: Int, isSSH: Bool)?
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      // Use the last signature block, as git does.
      if line.starts(with: "-----BEGIN ".utf8) { begin = (start, line.starts(with: SignedObject.armor)) }
      start = end
    }
    payload = begin.map { Array(bytes[..<$0.place]) } ?? bytes
    signature = begin.map { $0.isSSH ? .ssh(Array(bytes[$0.place...])) : .other } ?? .none
  }

  /// The text after the headers of the signed payload.
  var message: [UInt8] {
    for i in payload.indices.dropLast() where payload[i] == 0x0A && payload[i + 1] == 0x0A { return Array(payload[(i + 2)...]) }
    return []
  }

  /// The value of the first header with a name, for example `tree` of a commit or `object` of a tag.
  static func header(_ name: String, in bytes: [UInt8]) -> [UInt8]? { headers(name, in: bytes).first }

  /// The values of all headers with a name. A merge has several `parent` headers.
  static func headers(_ name: String, in bytes: [UInt8]) -> [[UInt8]] {
    var values: [[UInt8]] = []
    var start = 0
    while start < bytes.count, bytes[start] != 0x0A {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if line.starts(with: Array("\(name) ".utf8)) { values.append(Array(line.dropFirst(name.utf8.count + 1))) }
      start = end + 1
    }
    return values
  }
}
