import Crypto

/// The name of a git object: the hash of its type, size and content. The content can be added in parts.
package struct ObjectHash {
  private var state: State

  private enum State {
    case sha1(Insecure.SHA1)
    case sha256(SHA256)
  }

  /// Uses SHA-256 for names of 64 digits and SHA-1 otherwise. `size` is the size of the whole content.
  package init(type: String, size: Int, digits: Int) {
    state = digits == 64 ? .sha256(SHA256()) : .sha1(Insecure.SHA1())
    add(Array("\(type) \(size)".utf8) + [0])
  }

  /// The name of an object in lower-case hexadecimal digits.
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

  /// The name in lower-case hexadecimal digits.
  package func finish() -> [UInt8] {
    switch state {
    case .sha1(let hash): Hexadecimal.digits(of: Array(hash.finalize()))
    case .sha256(let hash): Hexadecimal.digits(of: Array(hash.finalize()))
    }
  }
}
