package import DossierText

/// The fields in the first block of a Markdown file, read line by line without a YAML parser.
///
/// Only front matter that begins with a line `---` at the first byte of a file gives the fields of a record. This scan also finds
/// fields in other forms and places, so that a record that nobody reads can be reported.
package struct LeadingFields: Sendable, Hashable {
  package let form: Form
  /// The text before the block, from the start of the file.
  package let before: Before
  /// The white space, the invisible characters and the comments before the block.
  package let lead: Span
  /// The block, from its first line to the line after its last line.
  package let block: Span
  /// The first line of the block, without its line ending.
  package let opening: Span
  package let fields: [FieldLine]

  package enum Form: Sendable, Hashable {
    /// Between two lines `---`, or after one such line.
    case dashes
    /// Between two lines `---` that are indented.
    case indented
    /// TOML between two lines `+++`.
    case toml
    case json
    /// In a code block.
    case code
    /// Between two lines of other characters, for example `***`, or after `---yaml`.
    case otherLine
    /// Without a line before the fields.
    case bare
  }

  package enum Before: Sendable, Hashable {
    case nothing
    /// Blank lines, white space or a second byte-order mark.
    case blank
    case comment
    /// Other front matter.
    case frontMatter
  }

  /// The field with this key in any case.
  package func field(_ key: String) -> FieldLine? { fields.first { $0.key.lowercased() == key } }

  /// The title in front matter that could not be read or is in another place or form.
  package var title: String? {
    guard [.dashes, .indented, .toml, .json].contains(form), before != .frontMatter, let value = field("title")?.value else {
      return nil
    }
    // YAML writes the name of an anchor before the value.
    guard value.utf8.first == UInt8(ascii: "&") else { return value }
    return value.firstIndex(of: " ").map { String(value[$0...].drop { $0 == " " }) }
  }

  /// Scans the first block at or after `start`. Nil if the file does not begin with a block of fields.
  package static func scan(_ bytes: [UInt8], from start: Int, after before: Before = .nothing) -> LeadingFields? {
    guard var place = Lead(bytes, from: start) else { return nil }
    if before != .nothing { place.before = before }
    let lines = Lines(bytes: bytes)
    let first = lines.line(at: place.block)
    let form = form(of: bytes[first], isIndented: place.isIndented)
    var (fields, end) = form == .json ? JSONFields.scan(bytes, from: place.block) : ([], first.upperBound)
    if form != .json {
      var line = form == .bare ? first : lines.line(after: first)
      let close = close(of: bytes[first], form)
      var isInner = false
      var isList = false
      if form == .otherLine, trimmed(bytes[line]).first == UInt8(ascii: "{") {
        let object = JSONFields.scan(bytes, from: line.lowerBound)
        fields = object.fields
        line = lines.line(after: object.end..<object.end)
      }
      while line.lowerBound < bytes.count, line.upperBound - place.block <= FrontMatter.maximumBytes, fields.count < 500 {
        let content = trimmed(bytes[line])
        end = line.upperBound
        if form == .bare && content.isEmpty { break }
        if form == .code, fields.isEmpty, isFence(content) {
          isInner = true
        } else if close(content) || (isInner && isFence(content)) {
          break
        }
        let indent = bytes[line].prefix { $0 == 0x20 || $0 == 0x09 }.count
        isList = isList || bytes[line].starts(with: "- ".utf8)
        if indent <= place.indent + (isList ? 2 : 0) || form == .toml,
          let field = FieldLine(item(line, of: bytes), of: bytes, separator: UInt8(ascii: form == .toml ? "=" : ":"))
        {
          fields.append(field)
        } else if form == .bare, indent == 0, content.first != UInt8(ascii: "-") {
          break
        }
        line = lines.line(after: line)
      }
      if form == .code, isInner { end = max(end, lines.endOfCode(from: end, close)) }
    }
    guard !fields.isEmpty else { return nil }
    return LeadingFields(
      form: form, before: place.before, lead: Span(start, place.block),
      block: Span(place.block, min(bytes.count, lines.next(end))),
      opening: Span(first.lowerBound, first.lowerBound + trimmed(bytes[first]).count), fields: fields)
  }

  /// The fields of a TOML file above its first table.
  package static func toml(_ bytes: [UInt8]) -> [FieldLine] {
    let lines = Lines(bytes: bytes)
    var fields: [FieldLine] = []
    var line = lines.line(at: 0)
    while line.lowerBound < bytes.count, fields.count < 500, trimmed(bytes[line]).first != UInt8(ascii: "[") {
      if let field = FieldLine(line, of: bytes, separator: UInt8(ascii: "=")) { fields.append(field) }
      line = lines.line(after: line)
    }
    return fields
  }

  // MARK: Lines

  private static func form(of line: ArraySlice<UInt8>, isIndented: Bool) -> Form {
    let content = trimmed(line)
    if isFence(content) { return isIndented ? .indented : .dashes }
    if content.elementsEqual("+++".utf8) { return .toml }
    let isTemplate = content.starts(with: "{{".utf8) || content.starts(with: "{%".utf8)
    if content.first == UInt8(ascii: "{"), !isTemplate { return .json }
    if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { return .code }
    let marks = Set("-*_=;—–― ".utf8)
    if content.count >= 3, content.allSatisfy(marks.contains) { return .otherLine }
    let word = content.dropFirst(3)
    if content.starts(with: "---".utf8), word.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { return .otherLine }
    return .bare
  }

  /// Whether a line ends the block that begins with `opening`.
  private static func close(of opening: ArraySlice<UInt8>, _ form: Form) -> (ArraySlice<UInt8>) -> Bool {
    let first = trimmed(opening)
    switch form {
    case .dashes, .indented: return { isFence($0) || $0.elementsEqual("...".utf8) }
    case .code:
      let mark = first.prefix { $0 == first.first }
      return { $0.starts(with: mark) && $0.allSatisfy { $0 == mark.first } }
    case .otherLine where first.starts(with: "---".utf8): return { isFence($0) }
    case .toml, .otherLine: return { $0.elementsEqual(first) }
    case .json, .bare: return { _ in false }
    }
  }

  /// The line without the marker of a list item.
  private static func item(_ line: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    bytes[line].starts(with: "- ".utf8) ? (line.lowerBound + 2)..<line.upperBound : line
  }

  private static func isFence(_ content: ArraySlice<UInt8>) -> Bool { content.elementsEqual("---".utf8) }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 }
    let end = content.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return content[content.startIndex..<(end.map { $0 + 1 } ?? content.startIndex)]
  }

  /// The lines of a text, one at a time.
  private struct Lines {
    let bytes: [UInt8]

    func line(at start: Int) -> Range<Int> {
      start..<(bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)
    }

    func line(after line: Range<Int>) -> Range<Int> { self.line(at: next(line.upperBound)) }

    /// The start of the line after the line ending at `end`.
    func next(_ end: Int) -> Int {
      guard end < bytes.count else { return bytes.count }
      return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
    }

    /// The end of the line that closes a code block.
    func endOfCode(from end: Int, _ close: (ArraySlice<UInt8>) -> Bool) -> Int {
      var line = line(at: next(end))
      while line.lowerBound < bytes.count, line.lowerBound - end < FrontMatter.maximumBytes {
        if close(trimmed(bytes[line])) { return line.upperBound }
        line = self.line(after: line)
      }
      return end
    }
  }

  /// The text before the first block: white space, invisible characters and comments.
  private struct Lead {
    var before = Before.nothing
    /// The offset of the first byte of the block.
    private(set) var block: Int
    private(set) var indent = 0
    private(set) var isIndented = false

    init?(_ bytes: [UInt8], from start: Int) {
      var lineStart = start
      var i = start
      while i < bytes.count {
        let rest = bytes[i...]
        if bytes[i] == 0x0A || bytes[i] == 0x0D {
          i += 1
          lineStart = i
          if before == .nothing { before = .blank }
        } else if bytes[i] == 0x20 || bytes[i] == 0x09 {
          i += 1
        } else if let length = Lead.invisible.first(where: { rest.starts(with: $0) })?.count {
          i += length
          lineStart = i
          if before == .nothing { before = .blank }
        } else if rest.starts(with: "<!--".utf8) {
          guard let end = Lead.end(ofComment: rest) else { return nil }
          i = end
          before = .comment
        } else {
          (block, indent, isIndented) = (i, i - lineStart, i > lineStart)
          return
        }
      }
      return nil
    }

    /// A byte-order mark, and characters that look like nothing or like a space.
    private static let invisible = ["\u{FEFF}", "\u{200B}", "\u{A0}", "\u{2060}", "\u{200E}"].map { Array($0.utf8) }

    private static func end(ofComment rest: ArraySlice<UInt8>) -> Int? {
      var i = rest.startIndex + 4
      while let dash = rest[i...].firstIndex(of: UInt8(ascii: "-")) {
        if rest[dash...].starts(with: "-->".utf8) { return dash + 3 }
        i = dash + 1
      }
      return nil
    }
  }
}

/// Reads the keys of the outermost object of JSON whose values are strings.
private enum JSONFields {
  static func scan(_ bytes: [UInt8], from start: Int) -> (fields: [FieldLine], end: Int) {
    var fields: [FieldLine] = []
    var depth = 0
    var key: Span?
    var last: Span?
    var i = start
    while i < bytes.count, i - start <= FrontMatter.maximumBytes, fields.count < 500 {
      switch bytes[i] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        (key, last) = (nil, nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 { return (fields, i + 1) }
      case UInt8(ascii: ":"): (key, last) = (depth == 1 ? last : nil, nil)
      case UInt8(ascii: ","): (key, last) = (nil, nil)
      case UInt8(ascii: "\""):
        var end = i + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
        let string = Span(i + 1, min(end, bytes.count))
        if let key { fields.append(FieldLine(key: key, value: string, of: bytes)) } else { last = string }
        i = end
      default: break
      }
      i += 1
    }
    return (fields, min(i, bytes.count))
  }
}
