/// Finds the tags of raw HTML, with their ids. HTML comments are skipped.
///
/// Follows the tokenizer of the HTML standard as far as ids and headings need it.
struct HTMLTags {
  private let bytes: ArraySlice<UInt8>
  private var i: Int
  /// Whether the tag that was read last has a `>`.
  private var isComplete = false

  struct Tag {
    /// In lower case.
    let name: String
    let isClosing: Bool
    /// The value of `id`, or of `name` in a tag `a`. Nil if the tag has neither.
    let id: String?
    /// The range of the whole tag.
    let range: Range<Int>
  }

  init(_ bytes: ArraySlice<UInt8>) { (self.bytes, i) = (bytes, bytes.startIndex) }

  /// The next tag. Nil at the end.
  mutating func next() -> Tag? {
    while let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
      i = start + 1
      if bytes[i...].starts(with: "!--".utf8) {
        guard let end = HTMLTags.end(ofComment: bytes[(i + 3)...]) else { return nil }
        i = end
        continue
      }
      let isClosing = i < bytes.endIndex && bytes[i] == UInt8(ascii: "/")
      if isClosing { i += 1 }
      let name = word { HTMLTags.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
      guard let first = name.first, HTMLTags.isLetter(first) else { continue }
      let tag = String(decoding: name, as: UTF8.self).lowercased()
      let id = idInAttributes(of: tag)
      return isComplete ? Tag(name: tag, isClosing: isClosing, id: isClosing ? nil : id, range: start..<i) : nil
    }
    i = bytes.endIndex
    return nil
  }

  private static func end(ofComment bytes: ArraySlice<UInt8>) -> Int? {
    var dashes = 0
    for i in bytes.indices {
      if bytes[i] == UInt8(ascii: ">"), dashes >= 2 { return i + 1 }
      dashes = bytes[i] == UInt8(ascii: "-") ? dashes + 1 : 0
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

  private mutating func word(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = i
    while i < bytes.endIndex, isPart(bytes[i]) { i += 1 }
    return bytes[start..<i]
  }

  /// Reads the attributes up to and including the `>`. Returns the id.
  private mutating func idInAttributes(of tag: String) -> String? {
    isComplete = false
    var id: String?
    var name: String?
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: ">") {
        i += 1
        isComplete = true
        return id ?? (tag == "a" ? name : nil)
      }
      let key = word { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      guard !key.isEmpty else {
        i += 1
        continue
      }
      _ = word { $0 <= 0x20 }
      guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "=") else { continue }
      i += 1
      let value = self.value()
      switch String(decoding: key, as: UTF8.self).lowercased() {
      case "id": id = id ?? value
      case "name": name = name ?? value
      default: break
      }
    }
    return nil
  }

  private mutating func value() -> String? {
    _ = word { $0 <= 0x20 }
    guard i < bytes.endIndex else { return nil }
    let quote = bytes[i]
    let written: ArraySlice<UInt8>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      i += 1
      written = word { $0 != quote }
      i = min(i + 1, bytes.endIndex)
    } else {
      written = word { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }
    let text = HTMLTags.unescaped(String(decoding: written, as: UTF8.self))
    return text.isEmpty || text.utf8.contains(where: { $0 <= 0x20 }) ? nil : text
  }

  /// The text with the characters that HTML must escape.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
  }
}
