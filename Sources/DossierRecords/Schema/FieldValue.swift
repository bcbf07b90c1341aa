package import DossierMarkup
package import DossierText

/// A type of field values. The type has a shape, decodes values from YAML and reports problems with exact spans.
package protocol FieldValue: Sendable, Hashable {
  static var shape: ValueShape { get }
  /// The value of a field whose key is missing. Nil if every field of this type is required.
  static var absent: Self? { get }
  /// Decodes a value. If the value is invalid, reports the problem and returns nil.
  static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Self?
  /// The value for display and export. Nil if there is nothing to display.
  var content: FieldContent? { get }
}

extension FieldValue {
  package static var absent: Self? { nil }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  package static var shape: ValueShape { Wrapped.shape }
  package static var absent: Wrapped?? { .some(nil) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Wrapped?? {
    // If the value is invalid, `Wrapped.decode` reports it and returns nil. The record is then read without this value.
    .some(Wrapped.decode(node, &decoding))
  }

  package var content: FieldContent? { flatMap { $0.content } }
}

extension Array: FieldValue where Element: FieldValue {
  package static var shape: ValueShape { .list(Element.shape) }
  package static var absent: [Element]? { [] }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> [Element]? {
    decoding.items(of: node, Element.shape) { Element.decode($0, &$1) }
  }

  package var content: FieldContent? {
    // Use a closure: in generic code, Swift makes a key path anew for each call.
    let items = compactMap { $0.content }
    return items.isEmpty ? nil : .list(items)
  }
}

extension String: FieldValue {
  package static var shape: ValueShape { .text }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> String? { decoding.scalar(node, shape) }

  package var content: FieldContent? { .text(self) }
}

extension CivilDate: FieldValue {
  package static var shape: ValueShape { .date }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> CivilDate? {
    let help = "write an existing date as `YYYY-MM-DD`"
    if let text = node.text, isWrittenAsDate(text), CivilDate(text) == nil {
      decoding.impossibleDate(node, help)
      return nil
    }
    if let text = node.text, CivilDate(text) == nil, let day = DateForm.day(meantBy: text) {
      decoding.otherDateForm(node, day, help)
      return nil
    }
    if let text = node.text, DateForm.isWithoutDay(text) {
      decoding.dateWithoutDay(node, help)
      return nil
    }
    if let text = node.text, let (a, b) = DateForm.readings(of: text) {
      decoding.ambiguousDate(node, a, b, help)
      return nil
    }
    return decoding.parsed(node, shape, .badDate, help, CivilDate.init)
  }

  /// Whether the text has the format `YYYY-MM-DD`, even if the date does not exist.
  private static func isWrittenAsDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 10
      && bytes.enumerated().allSatisfy { i, byte in
        i == 4 || i == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
      }
  }

  package var content: FieldContent? { .date(self) }
}

extension Timestamp: FieldValue {
  package static var shape: ValueShape { .timestamp }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Timestamp? {
    decoding.parsed(node, shape, .badDate, "write date, time and zone as `2026-03-31T14:05Z`", Timestamp.init)
  }

  package var content: FieldContent? { .timestamp(self) }
}

extension CalendarDuration: FieldValue {
  package static var shape: ValueShape { .duration }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> CalendarDuration? {
    decoding.parsed(node, shape, .badDuration, "write years, months or days as `P1Y`, `P6M` or `90 days`", CalendarDuration.init)
  }

  package var content: FieldContent? { .duration(self) }
}

extension Digest: FieldValue {
  package static var shape: ValueShape { .digest }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Digest? {
    decoding.parsed(node, shape, .badDigest, "write the 64 digits that `sha256sum FILE` prints first", Digest.init(hexadecimal:))
  }

  package var content: FieldContent? { .digest(self) }
}

extension Bool: FieldValue {
  package static var shape: ValueShape { .boolean }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Bool? {
    guard let text = decoding.scalar(node, shape) else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      let meant: String?
      switch text.lowercased() {
      case "yes", "y", "on", "true": meant = "true"
      case "no", "n", "off", "false": meant = "false"
      default: meant = nil
      }
      decoding.wrongType(node, shape, meant: meant)
      return nil
    }
  }

  package var content: FieldContent? { .boolean(self) }
}

extension Int: FieldValue {
  package static var shape: ValueShape { .integer(nil) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Int? {
    decoding.integer(node, shape, within: nil)
  }

  package var content: FieldContent? { .integer(self) }
}

extension Decimal: FieldValue {
  package static var shape: ValueShape { .number }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Decimal? {
    decoding.parsed(
      node, shape, .wrongType, "write digits with a point, such as `0.85`; the unit has its own field", Decimal.init)
  }

  package var content: FieldContent? { .number(self) }
}

/// A score on the five-level scales of likelihood and impact.
package struct Score: FieldValue {
  package let value: Int

  package static var shape: ValueShape { .integer(1...5) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Score? {
    decoding.integer(node, shape, within: 1...5).map(Score.init)
  }

  package var content: FieldContent? { .integer(value) }
}

/// A text in Markdown.
package struct Prose: FieldValue {
  package let tree: MarkupTree

  package static var shape: ValueShape { .markdown }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Prose? {
    guard let text = decoding.scalar(node, shape) else { return nil }
    return Prose(tree: decoding.markup(text, node))
  }

  package var content: FieldContent? { .markdown(tree) }
}

/// A path of a file in the workspace, relative to the file that contains the path.
package struct FilePath: FieldValue {
  package let text: String

  package static var shape: ValueShape { .file }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> FilePath? {
    guard let text = decoding.scalar(node, shape) else { return nil }
    decoding.refer(to: text, .file, node.span)
    return FilePath(text: text)
  }

  package var content: FieldContent? { .file(text) }
}

/// A type whose values are a fixed list of words. The raw value is the word in YAML.
package protocol Vocabulary: FieldValue, CaseIterable, RawRepresentable where RawValue == String {}

extension Vocabulary {
  package static var shape: ValueShape { .word(allCases.map(\.rawValue)) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Self? {
    guard let text = decoding.scalar(node, shape) else { return nil }
    if let value = Self(rawValue: text) { return value }
    decoding.unknownWord(text, node, allCases.map(\.rawValue))
    return nil
  }

  package var content: FieldContent? { .word(rawValue) }
}
