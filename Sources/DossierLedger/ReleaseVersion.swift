/// The name of a release. It consists of letters, digits, `.`, `_` and `-`. It begins with a letter or digit and has at most 64
/// characters.
///
/// The name is used as a folder name, in URLs and in the text that is signed. In these places, the allowed characters need no
/// escaping.
package struct ReleaseVersion: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Nil if `text` cannot be the name of a release. `objection(to:)` states the reason.
  package init?(_ text: some StringProtocol) {
    guard ReleaseVersion.objection(to: text) == nil else { return nil }
    description = String(text)
  }

  /// The reason why `text` cannot be the name of a release, as an instruction: "begin with a letter or digit". Nil if `text` can
  /// be the name. A name must not end with a dot. The name `latest` is reserved.
  package static func objection(to text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy(isAllowed) else { return "use letters, digits, `.`, `_` and `-`" }
    guard let first = bytes.first, isWord(first) else { return "begin with a letter or digit" }
    if bytes.count > 64 { return "use at most 64 characters" }
    if bytes.last == UInt8(ascii: ".") { return "do not end with a dot" }
    if text.lowercased() == "latest" { return "`latest` is reserved for the newest version of a published folder" }
    return nil
  }

  /// The name in lower case. On a file system that ignores case, two names with the same `folded` value are the same folder.
  package var folded: String { description.lowercased() }

  private static func isAllowed(_ byte: UInt8) -> Bool { isWord(byte) || byte == 0x2E || byte == 0x5F || byte == 0x2D }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
