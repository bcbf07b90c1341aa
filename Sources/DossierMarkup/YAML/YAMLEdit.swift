package import DossierText

/// An edit that adds one value to a list or a mapping of a YAML file. All other bytes of the file stay the same.
package struct YAMLEdit: Hashable, Sendable {
  /// The span that `text` replaces. The span is empty if `text` is inserted. Only a `null` or `~` that the file contains can
  /// be replaced.
  package let span: Span
  package let text: String

  init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }

  package func applied(to bytes: [UInt8]) -> [UInt8] {
    bytes[..<span.range.lowerBound] + Array(text.utf8) + bytes[span.range.upperBound...]
  }

  /// A value to add. Scalars are on one line and are written as given: the caller puts them in quotes where YAML needs quotes.
  package enum Value: Sendable {
    case scalar(String)
    indirect case list([Value])
    indirect case mapping([(key: String, value: Value)])

    /// Flow style: on one line, in brackets and braces.
    package var flow: String {
      switch self {
      case .scalar(let text): text
      case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
      case .mapping(let members): "{" + members.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
      }
    }

    /// Block style, without indentation. A list that contains no mapping stays in brackets.
    var lines: [String] {
      switch self {
      case .mapping(let members) where !members.isEmpty: members.flatMap { Value.lines($0.key, $0.value) }
      case .list(let items) where items.contains(where: \.isBlock):
        items.flatMap { item in item.lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 } }
      default: [flow]
      }
    }

    /// A key and its value in block style.
    static func lines(_ key: String, _ value: Value) -> [String] {
      value.isBlock ? ["\(key):"] + value.lines.map { "  " + $0 } : ["\(key): \(value.flow)"]
    }

    /// Whether block style writes the value on separate lines.
    var isBlock: Bool {
      switch self {
      case .scalar: false
      case .list(let items): items.contains(where: \.isBlock)
      case .mapping(let members): !members.isEmpty
      }
    }
  }
}
