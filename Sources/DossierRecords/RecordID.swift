/// The format of record ids and their comparison.
package enum RecordID {
  /// Whether a text is a valid id: at most 64 ASCII letters, digits and hyphens. The first is a letter, the last is not a hyphen.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isLetter(first), bytes.count <= 64, bytes.last != UInt8(ascii: "-") else { return false }
    return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// The key of an id: the id in lower case. Two records must not have the same key.
  package static func key(_ text: String) -> String { text.lowercased() }

  /// Whether id `a` comes before id `b`. Numbers in ids are compared as numbers: RSK-9 before RSK-10, A.9 before A.10.
  package static func precedes(_ a: String, _ b: String) -> Bool {
    var left = Array(a.utf8)[...]
    var right = Array(b.utf8)[...]
    while let x = left.first, let y = right.first {
      if isDigit(x), isDigit(y) {
        let m = left.prefix(while: isDigit).drop { $0 == 0x30 }
        let n = right.prefix(while: isDigit).drop { $0 == 0x30 }
        if m.count != n.count { return m.count < n.count }
        if !m.elementsEqual(n) { return m.lexicographicallyPrecedes(n) }
        left = left.drop(while: isDigit)
        right = right.drop(while: isDigit)
      } else {
        if x != y { return x < y }
        left = left.dropFirst()
        right = right.dropFirst()
      }
    }
    if left.isEmpty != right.isEmpty { return left.isEmpty }
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
