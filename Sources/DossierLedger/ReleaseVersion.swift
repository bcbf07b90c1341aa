/// The name of a release: letters, digits, `.`, `_` and `-`, beginning with a letter or digit, at most 64.
///
/// It names a folder, stands in addresses and in a signed text, so that it can be nothing else anywhere.
package struct ReleaseVersion: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Fails for any other text, for one that ends with a dot, and for `latest`, which is taken.
  package init?(_ text: some StringProtocol) {
    guard ReleaseVersion.objection(to: text) == nil else { return nil }
    description = String(text)
  }

  /// Why a text cannot be the name of a release, as a clause; nil where it can.
  package static func objection(to text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy(isAllowed) else { return "use letters, digits, `.`, `_` and `-`" }
    guard let first = bytes.first, isWord(first) else { return "begin with a letter or digit" }
    if bytes.count > 64 { return "use at most 64 characters" }
    if bytes.last == UInt8(ascii: ".") { return "end with something else than a dot" }
    if text.lowercased() == "latest" { return "`latest` leads to the newest version of a published folder" }
    return nil
  }

  /// The same for two names that a file system without regard to case would take for one.
  package var folded: String { description.lowercased() }

  private static func isAllowed(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
