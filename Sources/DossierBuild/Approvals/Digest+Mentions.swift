import DossierText

extension Digest {
  /// The number of times that the digest's hexadecimal digits occur in a text, in upper or lower case.
  func mentions(in bytes: [UInt8]) -> Int {
    let digits = Array(description.utf8)
    var (count, start) = (0, 0)
    while start + digits.count <= bytes.count {
      guard let found = bytes[start...].firstIndex(where: { $0 | 0x20 == digits[0] | 0x20 }), found + digits.count <= bytes.count
      else { break }
      if zip(bytes[found...], digits).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
        count += 1
        start = found + digits.count
      } else {
        start = found + 1
      }
    }
    return count
  }
}
