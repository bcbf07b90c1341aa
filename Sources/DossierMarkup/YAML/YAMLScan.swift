import DossierText

/// What must be known of a YAML text before it is given to the parser, read from its lines.
enum YAMLScan {
  /// The first anchor (`&name`) at a place where a value begins, outside block scalars; without anchors there are no aliases.
  static func anchor(in text: [UInt8]) -> Span? {
    guard text.contains(UInt8(ascii: "&")) else { return nil }
    var found: Span?
    eachLine(of: text) { _, content in
      guard found == nil else { return }
      var quote: UInt8 = 0
      var previous: UInt8 = 0x20
      for i in content.indices {
        let byte = text[i]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if previous == 0x20 || previous == UInt8(ascii: "[") || previous == UInt8(ascii: "{") || previous == UInt8(ascii: ",") {
          if byte == UInt8(ascii: "#"), previous == 0x20 { return }
          if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
          if byte == UInt8(ascii: "&"), i + 1 < content.endIndex, text[i + 1] > 0x20, beginsValue(i, content, text) {
            found = Span(i, i + content[i...].prefix { $0 > 0x20 }.count)
            return
          }
        }
        previous = byte
      }
    }
    return found
  }

  /// Nothing but indicators, or an indicator and a space, before it on the line.
  private static func beginsValue(_ i: Int, _ content: ArraySlice<UInt8>, _ text: [UInt8]) -> Bool {
    var before = i - 1
    while before >= content.startIndex, text[before] == 0x20 { before -= 1 }
    guard before >= content.startIndex else { return true }
    return [":", "-", "?", "[", "{", ","].contains { text[before] == $0.utf8.first }
  }

  /// Keys that stand twice in one block mapping: the places of the first and the later one, as bytes of `text`.
  static func duplicates(in text: [UInt8]) -> [(first: Span, second: Span)] {
    var result: [(first: Span, second: Span)] = []
    var open: [(indent: Int, keys: [[UInt8]: Span])] = []
    eachLine(of: text) { indent, content in
      var column = indent
      var rest = content
      var isNewItem = false
      while rest.first == UInt8(ascii: "-"), rest.dropFirst().first == 0x20 {
        let dash = rest.startIndex
        rest = rest.dropFirst().drop { $0 == 0x20 }
        column += rest.startIndex - dash
        isNewItem = true
      }
      while let last = open.last, last.indent > column || (isNewItem && last.indent >= column) { open.removeLast() }
      guard let key = key(of: rest) else { return }
      if open.last?.indent != column { open.append((column, [:])) }
      let span = Span(key.startIndex, key.endIndex)
      if let first = open[open.count - 1].keys[Array(key)] {
        result.append((first, span))
      } else {
        open[open.count - 1].keys[Array(key)] = span
      }
      for pair in flowDuplicates(in: rest[key.endIndex...], text) { result.append(pair) }
    }
    return result
  }

  /// Gives a later key a name of the same length that no mapping has, so that the rest can be read.
  static func rename(_ key: Span, in text: inout [UInt8], number: Int) {
    let digits = Array(String(number, radix: 36).utf8)
    for (i, place) in key.range.enumerated() {
      text[place] = i == 0 ? UInt8(ascii: "Z") : i <= digits.count ? digits[i - 1] : UInt8(ascii: "Z")
    }
  }

  private static func key(of content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = content.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
      return nil
    }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let close = content.dropFirst().firstIndex(of: first), content[close...].dropFirst().first == UInt8(ascii: ":")
      else { return nil }
      return content[(content.startIndex + 1)..<close]
    }
    var i = content.startIndex
    while i < content.endIndex {
      if content[i] == UInt8(ascii: ":"), i + 1 == content.endIndex || content[i + 1] == 0x20 {
        return content[content.startIndex..<i]
      }
      i += 1
    }
    return nil
  }

  /// Keys that stand twice in a `{…}` on one line.
  private static func flowDuplicates(in content: ArraySlice<UInt8>, _ text: [UInt8]) -> [(first: Span, second: Span)] {
    var result: [(first: Span, second: Span)] = []
    var open: [[[UInt8]: Span]] = []
    var i = content.startIndex
    var expectsKey = false
    while i < content.endIndex {
      switch text[i] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = text[i]
        i += 1
        while i < content.endIndex, text[i] != quote { i += 1 }
        expectsKey = false
      case UInt8(ascii: "{"):
        open.append([:])
        expectsKey = true
      case UInt8(ascii: "}"):
        _ = open.popLast()
        expectsKey = false
      case UInt8(ascii: ","): expectsKey = !open.isEmpty
      case 0x20: break
      default:
        guard expectsKey, let last = open.indices.last else { break }
        let key = content[i...].prefix { ![UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "}")].contains($0) }
        let span = Span(key.startIndex, key.endIndex)
        if let first = open[last][Array(key)] { result.append((first, span)) } else { open[last][Array(key)] = span }
        expectsKey = false
        i = key.endIndex - 1
      }
      i += 1
    }
    return result
  }

  /// Calls `body` with the indent and the content of every line that is not blank and not inside a block scalar.
  private static func eachLine(of text: [UInt8], _ body: (Int, ArraySlice<UInt8>) -> Void) {
    let index = LineIndex(text)
    var blockIndent: Int?
    for line in index.starts.indices {
      let bytes = index.content(of: line, in: text)
      let indent = bytes.prefix { $0 == 0x20 }.count
      let content = bytes.dropFirst(indent)
      guard !content.isEmpty else { continue }
      if let block = blockIndent {
        if indent > block { continue }
        blockIndent = nil
      }
      body(indent, content)
      if startsBlockScalar(content) { blockIndent = indent }
    }
  }

  private static func startsBlockScalar(_ content: ArraySlice<UInt8>) -> Bool {
    var words = content
    if let comment = content.indices.dropFirst().first(where: { content[$0] == UInt8(ascii: "#") && content[$0 - 1] == 0x20 }) {
      words = content[..<comment]
    }
    while words.last == 0x20 { words = words.dropLast() }
    while let last = words.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "+") || (0x30...0x39).contains(last) {
      words = words.dropLast()
    }
    guard let last = words.last, last == UInt8(ascii: "|") || last == UInt8(ascii: ">") else { return false }
    let before = words.dropLast()
    return before.last == 0x20 && [UInt8(ascii: ":"), UInt8(ascii: "-")].contains(before.last { $0 != 0x20 } ?? 0)
  }
}
