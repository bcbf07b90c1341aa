/// The tokens of a template: text and tags. Lines that contain only a tag are removed (the standalone rule of Mustache).
///
/// Unlike Mustache, this parser does not indent the lines of a partial. HTML ignores indentation almost everywhere. Where HTML
/// keeps white space, such as in `<pre>`, indentation would be wrong.
struct TemplateTokens {
  enum Token: Equatable {
    case literal(Range<Int>)
    case variable(String, at: Int)
    case section(String, isInverted: Bool, at: Int)
    case end(String, at: Int)
    case partial(String, at: Int)
  }

  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  private let name: String

  init(_ text: String, name: String) throws(TemplateError) {
    bytes = Array(text.utf8)
    self.name = name
    var literal = 0
    var i = 0
    while let open = TemplateTokens.find("{{", in: bytes, from: i) {
      guard let close = TemplateTokens.find("}}", in: bytes, from: open + 2) else { throw error(.unclosedTag, at: open) }
      var (start, end) = (open, close + 2)
      let token = try token(open, close)
      if case .variable = token {
      } else if let line = standalone(open, close + 2) {
        (start, end) = (line.lowerBound, line.upperBound)
      }
      if start > literal { tokens.append(.literal(literal..<start)) }
      if let token { tokens.append(token) }
      literal = end
      i = end
    }
    if literal < bytes.count { tokens.append(.literal(literal..<bytes.count)) }
  }

  /// The token of a tag. Nil for a comment.
  private func token(_ open: Int, _ close: Int) throws(TemplateError) -> Token? {
    let inside = bytes[(open + 2)..<close]
    switch inside.first {
    case UInt8(ascii: "!"): return nil
    case UInt8(ascii: "#"): return .section(try word(inside.dropFirst(), open), isInverted: false, at: open)
    case UInt8(ascii: "^"): return .section(try word(inside.dropFirst(), open), isInverted: true, at: open)
    case UInt8(ascii: "/"): return .end(try word(inside.dropFirst(), open), at: open)
    case UInt8(ascii: ">"): return .partial(try word(inside.dropFirst(), open), at: open)
    case UInt8(ascii: "{"): throw error(.unsupported("a triple mustache"), at: open)
    case UInt8(ascii: "&"): throw error(.unsupported("output without escaping"), at: open)
    case UInt8(ascii: "="): throw error(.unsupported("a change of delimiters"), at: open)
    case UInt8(ascii: "<"), UInt8(ascii: "$"): throw error(.unsupported("inheritance"), at: open)
    default: return .variable(try word(inside, open), at: open)
    }
  }

  private func word(_ bytes: ArraySlice<UInt8>, _ open: Int) throws(TemplateError) -> String {
    var word = bytes
    while let first = word.first, first <= 0x20 { word = word.dropFirst() }
    while let last = word.last, last <= 0x20 { word = word.dropLast() }
    let text = String(decoding: word, as: UTF8.self)
    guard text != "." else { return text }
    let isName = word.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "/")
    }
    guard isName, !word.isEmpty else { throw error(.badName(text), at: open) }
    return text
  }

  /// The complete line of a tag, including the line end. Nil if the line contains anything other than the tag and white space.
  private func standalone(_ open: Int, _ end: Int) -> Range<Int>? {
    var start = open
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
    var after = end
    while after < bytes.count, bytes[after] == 0x20 || bytes[after] == 0x09 || bytes[after] == 0x0D { after += 1 }
    guard after == bytes.count || bytes[after] == 0x0A else { return nil }
    return start..<min(after + 1, bytes.count)
  }

  func error(_ problem: TemplateError.Problem, at offset: Int) -> TemplateError {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return TemplateError(
      template: name, line: before.count { $0 == 0x0A } + 1, column: offset - lineStart + 1, problem: problem)
  }

  private static func find(_ mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let pair = Array(mark.utf8)
    var i = start
    while i + 1 < bytes.count {
      if bytes[i] == pair[0], bytes[i + 1] == pair[1] { return i }
      i += 1
    }
    return nil
  }
}
