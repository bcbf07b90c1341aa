extension RuleID {
  package static let jsonSyntax = RuleID("json-syntax")
  package static let jsonLimit = RuleID("json-limit")
}

/// Reads JSON as RFC 8259 defines it. Comments, trailing commas, byte-order marks and lone surrogates are errors.
///
/// The file is read in one pass, in time linear in the number of bytes. Reading stops at the first error. The only exception is
/// a duplicate key: the key is reported and skipped with its value, and reading continues.
package struct JSONReader {
  package static let maximumBytes = 32 << 20
  /// Maximum nesting depth of arrays and objects.
  package static let maximumDepth = 128
  /// Maximum number of values in one file. The limit bounds the use of memory.
  package static let maximumValues = 1_000_000
  private static let reportedDuplicates = 20

  let source: SourceFile
  let bytes: [UInt8]
  var place = 0
  private var values = 0
  private var duplicates: [Diagnostic] = []

  /// The first error, as the parts of a diagnostic.
  struct Failure: Error {
    var rule = RuleID.jsonSyntax
    let headline: String
    let span: Span
    var others: [Diagnostic.Label] = []
    let help: String
  }

  private init(_ source: SourceFile) {
    self.source = source
    bytes = source.bytes
  }

  /// Reads the whole file. The value is nil if the file is not valid JSON or exceeds a limit. In this case, a diagnostic gives
  /// the reason.
  package static func read(_ source: SourceFile) -> Diagnosed<JSONNode?> {
    var reader = JSONReader(source)
    do throws(Failure) {
      let node = try reader.document()
      return Diagnosed(node, reader.duplicates)
    } catch {
      let diagnostic = Diagnostic(
        error.rule, .error, error.headline, at: .init(source.path, error.span), others: error.others, help: error.help)
      return Diagnosed(nil, reader.duplicates + [diagnostic])
    }
  }

  private mutating func document() throws(Failure) -> JSONNode {
    guard bytes.count <= JSONReader.maximumBytes else {
      throw Failure(
        rule: .jsonLimit, headline: "this file has more than \(JSONReader.maximumBytes) bytes, the limit for JSON files",
        span: .start, help: "divide it into several files")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Failure(rule: .notUTF8, headline: "this file is UTF-16, not UTF-8", span: Span(0, 2), help: "save it as UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Failure(
        headline: "this is not JSON: the file begins with a byte-order mark", span: Span(0, 3), help: "save it without one")
    }
    skipSpace()
    let node = try value(depth: 0)
    skipSpace()
    guard place == bytes.count else {
      throw unexpected("the end of the file", help: "remove what follows the value, or divide it into several files")
    }
    return node
  }

  mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONNode {
    values += 1
    guard values <= JSONReader.maximumValues else {
      throw Failure(
        rule: .jsonLimit, headline: "this JSON has more than \(JSONReader.maximumValues) values", span: Span(place, place + 1),
        help: "divide it into several files")
    }
    let start = place
    let content: JSONNode.Content
    switch place < bytes.count ? bytes[place] : 0 {
    case UInt8(ascii: "{"): content = .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): content = .array(try array(depth: depth + 1))
    case UInt8(ascii: "\""): content = .string(String(decoding: try string(), as: UTF8.self))
    case UInt8(ascii: "-"), 0x30...0x39: content = .number(try number())
    default:
      if take("true") {
        content = .bool(true)
      } else if take("false") {
        content = .bool(false)
      } else if take("null") {
        content = .null
      } else {
        throw unexpected(
          "a value", help: "write a string in double quotes, a number, an object, an array, true, false or null")
      }
    }
    return JSONNode(span: Span(start, place), content: content)
  }

  private mutating func array(depth: Int) throws(Failure) -> [JSONNode] {
    let opened = try open(depth)
    var elements: [JSONNode] = []
    if close("]") { return elements }
    while true {
      elements.append(try value(depth: depth))
      if try isLast("]", opened) { return elements }
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> [JSONNode.Member] {
    let opened = try open(depth)
    var members: [JSONNode.Member] = []
    // Compare keys by bytes. Swift treats some keys with different bytes as equal strings, but in JSON they are different keys.
    var places: [[UInt8]: Span] = [:]
    if close("}") { return members }
    while true {
      let start = place
      guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
        throw unexpected("a key", opened, help: "write a key in double quotes")
      }
      let key = try string()
      let span = Span(start, place)
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else {
        throw unexpected("a colon after the key", opened, help: "write `: ` and a value")
      }
      place += 1
      skipSpace()
      let node = try value(depth: depth)
      let name = String(decoding: key, as: UTF8.self)
      if let first = places.updateValue(span, forKey: key) {
        places[key] = first
        report(name, span, first)
      } else {
        members.append(JSONNode.Member(name: name, nameSpan: span, value: node))
      }
      if try isLast("}", opened) { return members }
    }
  }

  private mutating func report(_ name: String, _ span: Span, _ first: Span) {
    guard duplicates.count < JSONReader.reportedDuplicates else { return }
    duplicates.append(
      Diagnostic(
        .duplicateKey, .error, "the key `\(name.prefix(60))` occurs twice in one object", at: .init(source.path, span),
        others: [.init(source.path, first, "first written here")], help: "keep one of the two; the first is read"))
  }

  // MARK: Brackets

  /// Skips the opening bracket and the whitespace after it. Checks the nesting depth.
  private mutating func open(_ depth: Int) throws(Failure) -> Span {
    let opened = Span(place, place + 1)
    guard depth <= JSONReader.maximumDepth else {
      throw Failure(
        rule: .jsonLimit, headline: "this JSON has values nested deeper than \(JSONReader.maximumDepth)", span: opened,
        help: "divide it into several files")
    }
    place += 1
    skipSpace()
    return opened
  }

  private mutating func close(_ bracket: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: bracket) else { return false }
    place += 1
    return true
  }

  /// Reads the closing bracket or the comma after an element. Returns true after the closing bracket and false after a comma. A
  /// comma directly before the closing bracket is an error.
  private mutating func isLast(_ bracket: Unicode.Scalar, _ opened: Span) throws(Failure) -> Bool {
    skipSpace()
    if close(bracket) { return true }
    guard place < bytes.count, bytes[place] == UInt8(ascii: ",") else {
      throw unexpected("`,` or `\(bracket)`", opened, help: "add the missing character")
    }
    let comma = place
    place += 1
    skipSpace()
    guard place < bytes.count, bytes[place] == UInt8(ascii: bracket) else { return false }
    throw Failure(
      headline: "this is not JSON: there is a comma before `\(bracket)`", span: Span(comma, comma + 1), help: "remove the comma")
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  /// Makes the error for a byte that JSON does not allow at the current position, or for a file that ends at this position.
  func unexpected(_ expected: String, _ opened: Span? = nil, help: String) -> Failure {
    guard place < bytes.count else {
      return Failure(
        headline: "this is not JSON: expected \(expected), but the file ends here", span: Span(place, place),
        others: opened.map { [.init(source.path, $0, "never closed")] } ?? [], help: help)
    }
    let length = UTF8Sequence.length(bytes[place...])
    guard length > 0 else { return notUTF8(at: place) }
    return Failure(headline: "this is not JSON: expected \(expected)", span: Span(place, place + length), help: help)
  }

  func notUTF8(at place: Int) -> Failure {
    Failure(
      rule: .notUTF8, headline: "this byte is not valid UTF-8", span: Span(place, place + 1), help: "save the file as UTF-8")
  }
}
