import DossierText

/// Escapes text of a record or page for a Markdown comment on a git host.
///
/// The text stays plain text: it never becomes a link, image, mention, tag, heading, emoji or reference.
enum MarkdownText {
  /// The escaped text. A Markdown renderer shows it as the original text, on one line.
  static func escaped(_ text: String, keepsEnds: Bool = false) -> String {
    let words = ProseBlock.words(of: TerminalText.visible(text)).joined(separator: " ")
    var out: [UInt8] = []
    if keepsEnds, text.utf8.first == 0x20 { out.append(0x20) }
    let bytes = Array(words.utf8)
    var breaks = MarkdownText.breaks(bytes)[...]
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      default:
        if escapable.contains(byte) { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      }
      // Git hosts also make links from mentions, issue numbers and addresses in rendered text. An empty HTML comment after a sign
      // such as `@` prevents the link.
      let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
      let isSign = signs.contains(byte) && next != 0x20 || byte | 0x20 == UInt8(ascii: "w") && next == UInt8(ascii: ".") && i >= 2
      let isBreak = breaks.first == i
      if isBreak { breaks = breaks.dropFirst() }
      if isSign || isBreak { out += "<!-- -->".utf8 }
    }
    if keepsEnds, words.isEmpty == false, text.utf8.last == 0x20 { out.append(0x20) }
    return String(decoding: out, as: UTF8.self)
  }

  /// The positions of bytes, in ascending order. After each of these bytes, an empty HTML comment is inserted to prevent a link.
  ///
  /// GitHub and GitLab make links from commit ids, which have 7 to 64 hexadecimal digits, and from `GH-123`.
  private static func breaks(_ bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || !isWord(bytes[end]) {
      let word = bytes[start..<end]
      if word.count >= 7, word.allSatisfy(isHexadecimal) {
        found += stride(from: start + 5, to: end - 1, by: 6)
      } else if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "-"), (0x30...0x39).contains(bytes[end + 1]),
        word.map({ $0 | 0x20 }) == Array("gh".utf8)
      {
        found.append(end)
      }
      start = end + 1
    }
    return found
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }

  private static let escapable = Set("\\`*_[]|~^$#!".utf8)
  private static let signs = Set("@#!~$%:&".utf8)
}
