/// A JSON value (RFC 8259, UTF-8). Members keep their order, so the same value is always written as the same bytes.
///
/// Every form except `canonical()` writes some characters in strings as escapes: control characters, line separators, and
/// characters that reorder or hide text. So a string cannot affect a terminal or editor that shows the output. A JSON reader
/// still gets exactly the same string.
package indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number in its decimal spelling, without rounding.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// Makes an object. Members with a nil value are left out.
  package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The value with two spaces of indentation per level. The result has no final line break.
  package func pretty() -> String {
    var out: [UInt8] = []
    write(into: &out, indent: 0)
    return String(decoding: out, as: UTF8.self)
  }

  /// The text of an object with these members, in the format of `pretty()`. The elements of a streamed array are made one at a
  /// time while they are written. So a long array needs memory for its text only.
  package static func pretty(_ members: [(name: String, value: Streamed)]) -> String {
    var out: [UInt8] = []
    list("{", "}", members, &out, 0) { member, out, inner in
      JSONText.append(member.name, to: &out)
      out += ": ".utf8
      switch member.value {
      case .value(let value): value.write(into: &out, indent: inner)
      case .array(let count, let element):
        list("[", "]", 0..<count, &out, inner) { i, out, inner in element(i).write(into: &out, indent: inner) }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A value, or an array whose elements are made when they are needed.
  package enum Streamed {
    case value(JSON)
    case array(count: Int, (Int) -> JSON)
  }

  /// The value on one line, without spaces.
  package func compact() -> String {
    var out: [UInt8] = []
    write(into: &out, indent: nil)
    return String(decoding: out, as: UTF8.self)
  }

  /// The value on one line, with a space after each comma and colon.
  package func line() -> String {
    switch self {
    case .array(let values): "[" + values.map { $0.line() }.joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(JSON.string($0.name).compact()): \($0.value.line())" }.joined(separator: ", ") + "}"
    default: compact()
    }
  }

  /// The canonical form: the value on one line. In strings, only these characters are escaped: `"`, `\`, the control characters
  /// below U+0020, and U+007F. Digests of records are computed from the canonical form, so this form must never change.
  package func canonical() -> String {
    var out: [UInt8] = []
    write(into: &out, indent: nil, JSONText.appendCanonical)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(
    into out: inout [UInt8], indent: Int?, _ append: (String, inout [UInt8]) -> Void = JSONText.append
  ) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .integer(let value): out += String(value).utf8
    case .number(let text): out += text.utf8
    case .string(let text): append(text, &out)
    case .array(let values):
      JSON.list("[", "]", values, &out, indent) { value, out, inner in value.write(into: &out, indent: inner, append) }
    case .object(let members):
      JSON.list("{", "}", members, &out, indent) { member, out, inner in
        append(member.name, &out)
        out += (indent == nil ? ":" : ": ").utf8
        member.value.write(into: &out, indent: inner, append)
      }
    }
  }

  private static func list<Elements: Collection>(
    _ open: String, _ close: String, _ elements: Elements, _ out: inout [UInt8], _ indent: Int?,
    _ write: (Elements.Element, inout [UInt8], Int?) -> Void
  ) {
    out += open.utf8
    let inner = indent.map { $0 + 1 }
    for (i, element) in elements.enumerated() {
      if i > 0 { out.append(UInt8(ascii: ",")) }
      if let inner { newline(inner, &out) }
      write(element, &out, inner)
    }
    if let indent, !elements.isEmpty { newline(indent, &out) }
    out += close.utf8
  }

  private static func newline(_ level: Int, _ out: inout [UInt8]) {
    out.append(0x0A)
    out += repeatElement(0x20, count: level * 2)
  }
}
