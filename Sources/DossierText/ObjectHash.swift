import Crypto

/// The name that git gives to a content: its hash together with its type and size.
package enum ObjectHash {
  /// As lower-case hexadecimal digits: 64 of SHA-256 where as many are asked for, else 40 of SHA-1.
  package static func name(of content: [UInt8], type: String, digits: Int) -> [UInt8] {
    let whole = Array("\(type) \(content.count)".utf8) + [0] + content
    let bytes = digits == 64 ? Array(SHA256.hash(data: whole)) : Array(Insecure.SHA1.hash(data: whole))
    let letters = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }
  }
}
