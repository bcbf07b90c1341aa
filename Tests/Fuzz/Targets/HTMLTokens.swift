/// Splits HTML into tokens, as the tokenizer of the HTML standard does (section 13.2.5).
///
/// This is a second reader, so that an error in the program's own reader of templates can be found. It leaves out documents types,
/// CDATA sections, and character references except the ones that the program writes.
struct HTMLTokens {
  enum Token: Equatable {
    case text([UInt8])
    case comment([UInt8])
    case start(name: String, attributes: [Attribute])
    case end(name: String)
  }

  struct Attribute: Equatable {
    let name: String
    let value: String
  }

  private let bytes: [UInt8]
  private var i = 0
  private var text: [UInt8] = []
  private var tokens: [Token] = []

  static func tokens(of html: [UInt8]) -> [Token] {
    var reader = HTMLTokens(html)
    while reader.i < html.count { reader.next() }
    reader.endText()
    return reader.tokens
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Elements whose content is text up to their end tag.
  private static let rawElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext",
  ]

  private func byte(_ i: Int) -> UInt8? { i < bytes.count ? bytes[i] : nil }

  private func starts(_ word: String, at i: Int) -> Bool { bytes[min(i, bytes.count)...].starts(with: word.utf8) }

  private static func isLetter(_ byte: UInt8?) -> Bool { byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) }

  private mutating func endText() {
    if !text.isEmpty { tokens.append(.text(text)) }
    text = []
  }

  private mutating func next() {
    guard bytes[i] == UInt8(ascii: "<"), let after = byte(i + 1) else { return keep() }
    if HTMLTokens.isLetter(after) {
      tag(isEnd: false)
    } else if after == UInt8(ascii: "/"), HTMLTokens.isLetter(byte(i + 2)) {
      tag(isEnd: true)
    } else if starts("<!--", at: i) {
      comment()
    } else if after == UInt8(ascii: "!") || after == UInt8(ascii: "?") || after == UInt8(ascii: "/") {
      // A comment of another form ends at the first `>`. `</>` is nothing.
      endText()
      let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      if end > i + 2 { tokens.append(.comment(Array(bytes[min(i + 2, end)..<end]))) }
      i = min(end + 1, bytes.count)
    } else {
      keep()
    }
  }

  private mutating func keep() {
    text.append(bytes[i])
    i += 1
  }

  private mutating func comment() {
    endText()
    let start = i + 4
    i = start
    if starts(">", at: i) || starts("->", at: i) {
      i += starts(">", at: i) ? 1 : 2
      return tokens.append(.comment([]))
    }
    while i < bytes.count, !starts("-->", at: i), !starts("--!>", at: i) { i += 1 }
    tokens.append(.comment(Array(bytes[start..<i])))
    i = min(bytes.count, i + (starts("-->", at: i) ? 3 : 4))
  }

  private mutating func tag(isEnd: Bool) {
    i += isEnd ? 2 : 1
    let name = word { HTMLTokens.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") }
    var attributes: [Attribute] = []
    while true {
      while let byte = byte(i), HTMLTokens.isSpace(byte) || byte == UInt8(ascii: "/") { i += 1 }
      // The end of the file inside a tag: the tag is nothing.
      guard let first = byte(i) else { return endText() }
      if first == UInt8(ascii: ">") { break }
      attributes.append(attribute())
    }
    i += 1
    endText()
    tokens.append(isEnd ? .end(name: name) : .start(name: name, attributes: attributes))
    if !isEnd, HTMLTokens.rawElements.contains(name) { raw(name) }
  }

  private mutating func attribute() -> Attribute {
    let first = i
    let name = word {
      HTMLTokens.isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">") || ($0 == UInt8(ascii: "=") && i > first)
    }
    while let byte = byte(i), HTMLTokens.isSpace(byte) { i += 1 }
    guard byte(i) == UInt8(ascii: "=") else { return Attribute(name: name, value: "") }
    i += 1
    while let byte = byte(i), HTMLTokens.isSpace(byte) { i += 1 }
    let start: Int
    let end: Int
    if let quote = byte(i), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = i + 1
      end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      i = min(end + 1, bytes.count)
    } else {
      start = i
      end = bytes[start...].firstIndex { HTMLTokens.isSpace($0) || $0 == UInt8(ascii: ">") } ?? bytes.count
      i = end
    }
    return Attribute(name: name, value: HTMLTokens.decoded(bytes[start..<end]))
  }

  /// The bytes up to a delimiter, in lower case.
  private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
    var word: [UInt8] = []
    while let byte = byte(i), !isEnd(byte) {
      word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      i += 1
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// The content of an element that contains only text.
  private mutating func raw(_ name: String) {
    let end = Array("</\(name)".utf8)
    while i < bytes.count {
      let found = bytes[i...].prefix(end.count)
      if found.count == end.count, zip(found, end).allSatisfy({ HTMLTokens.isLetter($1) ? $0 | 0x20 == $1 : $0 == $1 }),
        let after = byte(i + end.count), HTMLTokens.isSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">")
      {
        return
      }
      keep()
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for (name, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#13;", "\r")] {
      text = text.replacing(name, with: character)
    }
    return text.replacing("&amp;", with: "&")
  }
}
