package import DossierText

/// A YAML value with its span in the file. A scalar is kept as text; the schema of the record defines the type.
package struct YAMLNode: Sendable, Hashable {
  package let span: Span
  package let content: Content

  package init(span: Span, content: Content) {
    self.span = span
    self.content = content
  }

  package indirect enum Content: Sendable, Hashable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    case mapping([Member])
  }

  package enum Style: Sendable { case plain, quoted, literal, folded }

  package struct Member: Sendable, Hashable {
    package let key: String
    package let keySpan: Span
    package let value: YAMLNode

    package init(key: String, keySpan: Span, value: YAMLNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// Whether the value is empty, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  package var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  package var members: [Member]? {
    if case .mapping(let members) = content { return members }
    return nil
  }

  package func member(_ key: String) -> Member? { members?.first { $0.key == key } }

  /// A description for messages: "a list", "a mapping", or the text in backticks.
  package var described: String {
    switch content {
    case .scalar where isNull: "nothing"
    case .scalar(let text, _): "`\(text.prefix(60))`"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
