/// Base64 with the standard alphabet (RFC 4648, section 4).
package enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The bytes that `text` encodes. Nil for malformed input: a character outside the alphabet, wrong padding, a wrong length,
  /// or trailing bits that are not zero.
  package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count, padding) = (0, 0, 0)
    for letter in text {
      if letter == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = letters.firstIndex(of: letter) else { return nil }
      bits = (bits << 6 | value) & 0xFFFF
      count += 1
      if count % 4 != 1 {
        let left = 6 - 2 * ((count + 3) % 4)
        bytes.append(UInt8(truncatingIfNeeded: bits >> left))
        bits &= (1 << left) - 1
      }
    }
    guard (count + padding) % 4 == 0, count % 4 != 1, padding <= 2, bits == 0 else { return nil }
    return bytes
  }

  /// Encodes without padding.
  package static func encodeUnpadded(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var (bits, width) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      width += 8
      while width >= 6 {
        width -= 6
        out.append(letters[bits >> width & 63])
      }
      bits &= (1 << width) - 1
    }
    if width > 0 { out.append(letters[bits << (6 - width) & 63]) }
    return String(decoding: out, as: UTF8.self)
  }
}
