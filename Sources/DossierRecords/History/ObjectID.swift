/// The name of a git object: 40 or 64 hexadecimal digits.
package struct ObjectID: Hashable, Sendable, CustomStringConvertible {
  package let text: [UInt8]

  /// Returns nil if the text is not 40 or 64 hexadecimal digits, or if all digits are zero, which in git means "no object".
  package init?(_ text: some Sequence<UInt8>) {
    let text = Array(text)
    let isDigits = text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard text.count == 40 || text.count == 64, isDigits, text.contains(where: { $0 != 0x30 }) else { return nil }
    self.text = text
  }

  package var description: String { String(decoding: text, as: UTF8.self) }
  /// The first twelve digits, for display.
  package var short: String { String(decoding: text.prefix(12), as: UTF8.self) }
}
