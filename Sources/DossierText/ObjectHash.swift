import Crypto

/// The name that git gives to a content: its hash together with its type and size. The content may come in parts.
package struct ObjectHash {
  private var state: State

  private enum State {
    case sha1(Insecure.SHA1)
    case sha256(SHA256)
  }

  /// SHA-256 where the name has 64 digits, else SHA-1. `size` is that of the whole content.
  package init(type: String, size: Int, digits: Int) {
    state = digits == 64 ? .sha256(SHA256()) : .sha1(Insecure.SHA1())
    add(Array("\(type) \(size)".utf8) + [0])
  }

  /// The name of a content in lower-case hexadecimal digits.
  package static func name(of content: [UInt8], type: String, digits: Int) -> [UInt8] {
    var hash = ObjectHash(type: type, size: content.count, digits: digits)
    hash.add(content)
    return hash.finish()
  }

  package mutating func add(_ part: [UInt8]) {
    switch state {
    case .sha1(var hash):
      hash.update(data: part)
      state = .sha1(hash)
    case .sha256(var hash):
      hash.update(data: part)
      state = .sha256(hash)
    }
  }

  /// In lower-case hexadecimal digits.
  package func finish() -> [UInt8] {
    switch state {
    case .sha1(let hash): Hexadecimal.digits(of: Array(hash.finalize()))
    case .sha256(let hash): Hexadecimal.digits(of: Array(hash.finalize()))
    }
  }
}
