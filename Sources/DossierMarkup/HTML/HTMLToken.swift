/// A part of raw HTML: a tag, a comment, a text or anything else.
struct HTMLToken {
  enum Kind {
    case text, start, end, comment, declaration
    /// The content of an element such as `script`, together with the end tag.
    case raw
  }

  let kind: Kind
  /// The bytes of the token in the text that was read.
  let range: Range<Int>
  /// The name of a tag.
  var name: Range<Int> = 0..<0
  /// The bytes between the name and the end of a start tag.
  var attributes: Range<Int> = 0..<0
  /// Whether a start tag ends with `/>`.
  var isClosed = false
  /// Whether a comment or a tag has no end, so that it contains the whole rest of the text.
  var isUnterminated = false
}

/// Divides raw HTML into tokens, in one pass.
struct HTMLTokens {
  private let bytes: [UInt8]
  private var tokens: [HTMLToken] = []

  /// The tokens of a part of `bytes`.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> [HTMLToken] {
    var reader = HTMLTokens(bytes: bytes)
    reader.read(range)
    return reader.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read(_ range: Range<Int>) {
    var i = range.lowerBound
    var text = i
    while i < range.upperBound {
      guard bytes[i] == UInt8(ascii: "<"), let token = token(at: i, range.upperBound) else {
        i += 1
        continue
      }
      if text < i { tokens.append(HTMLToken(kind: .text, range: text..<i)) }
      tokens.append(token)
      i = token.range.upperBound
      if token.kind == .start, isRaw(token.name) { i = skipRaw(token.name, from: i, to: range.upperBound) }
      text = i
    }
    if text < range.upperBound { tokens.append(HTMLToken(kind: .text, range: text..<range.upperBound)) }
  }

  private func token(at i: Int, _ end: Int) -> HTMLToken? {
    guard i + 1 < end else { return nil }
    switch bytes[i + 1] {
    case UInt8(ascii: "!"):
      if starts(with: "<!--", at: i, end) { return until("-->", from: i, after: i + 4, end, .comment) }
      if starts(with: "<![CDATA[", at: i, end) { return until("]]>", from: i, after: i + 9, end, .declaration) }
      return until(">", from: i, after: i + 2, end, .declaration)
    case UInt8(ascii: "?"): return until("?>", from: i, after: i + 2, end, .declaration)
    case UInt8(ascii: "/"):
      guard i + 2 < end, HTMLTokens.isLetter(bytes[i + 2]) else { return nil }
      var token = until(">", from: i, after: i + 2, end, .end)
      token.name = (i + 2)..<nameEnd(i + 2, end)
      return token
    default: return HTMLTokens.isLetter(bytes[i + 1]) ? start(at: i, end) : nil
    }
  }

  private func start(at i: Int, _ end: Int) -> HTMLToken {
    let name = (i + 1)..<nameEnd(i + 1, end)
    var j = name.upperBound
    var quote: UInt8?
    var isValue = false
    while j < end {
      let byte = bytes[j]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      // A quotation mark is special only at the start of a value.
      if byte > 0x20 { isValue = byte == UInt8(ascii: "=") && quote == nil }
      j += 1
    }
    guard j < end else {
      var token = HTMLToken(kind: .start, range: i..<end)
      token.name = name
      token.isUnterminated = true
      return token
    }
    var token = HTMLToken(kind: .start, range: i..<(j + 1))
    token.name = name
    token.isClosed = bytes[j - 1] == UInt8(ascii: "/")
    token.attributes = name.upperBound..<max(name.upperBound, token.isClosed ? j - 1 : j)
    return token
  }

  private func until(_ mark: String, from i: Int, after start: Int, _ end: Int, _ kind: HTMLToken.Kind) -> HTMLToken {
    let last = Array(mark.utf8)
    var j = start
    while j + last.count <= end {
      if bytes[j] == last[0], bytes[j..<(j + last.count)].elementsEqual(last) {
        return HTMLToken(kind: kind, range: i..<(j + last.count))
      }
      j += 1
    }
    var token = HTMLToken(kind: kind, range: i..<end)
    token.isUnterminated = true
    return token
  }

  // MARK: Elements whose content is no HTML

  private static let raw = Set(
    ["script", "style", "textarea", "title", "iframe", "noscript", "xmp", "noembed", "noframes", "plaintext", "svg", "math"]
      .map { Array($0.utf8) })

  private func isRaw(_ name: Range<Int>) -> Bool { HTMLTokens.raw.contains(lowercased(name)) }

  /// Appends the content and the end tag of an element as one token, because the content is not HTML. Returns the end.
  private mutating func skipRaw(_ name: Range<Int>, from start: Int, to end: Int) -> Int {
    let wanted = lowercased(name)
    var i = start
    while i < end {
      if bytes[i] == UInt8(ascii: "<"), i + 2 + wanted.count <= end, bytes[i + 1] == UInt8(ascii: "/"),
        lowercased((i + 2)..<(i + 2 + wanted.count)) == wanted
      {
        while i < end, bytes[i] != UInt8(ascii: ">") { i += 1 }
        i = min(i + 1, end)
        break
      }
      i += 1
    }
    if i > start { tokens.append(HTMLToken(kind: .raw, range: start..<i)) }
    return i
  }

  // MARK: Bytes

  private func starts(with mark: String, at i: Int, _ end: Int) -> Bool {
    i + mark.utf8.count <= end && bytes[i..<(i + mark.utf8.count)].elementsEqual(mark.utf8)
  }

  private func nameEnd(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, HTMLTokens.isLetter(bytes[i]) || bytes[i] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[i]) { i += 1 }
    return i
  }

  private func lowercased(_ range: Range<Int>) -> [UInt8] { bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
