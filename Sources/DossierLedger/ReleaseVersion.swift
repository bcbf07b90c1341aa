/// The name of a release: letters, digits, `.`, `_` and `-`, beginning with a letter or digit, at most 64.
///
/// It names a folder, stands in addresses and in a signed text, so that it can be nothing else anywhere.
package struct ReleaseVersion: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Fails for any other text, for one that ends with a dot, and for `latest`, which is taken.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard (1...64).contains(bytes.count), bytes.allSatisfy(ReleaseVersion.isAllowed), ReleaseVersion.isWord(bytes[0]) else {
      return nil
    }
    guard bytes.last != UInt8(ascii: "."), text.lowercased() != "latest" else { return nil }
    description = String(text)
  }

  /// The same for two names that a file system without regard to case would take for one.
  package var folded: String { description.lowercased() }

  private static func isAllowed(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
