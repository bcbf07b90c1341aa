/// A JSON value with its span in the file. Objects keep the order of their members and contain each key once.
package struct JSONNode: Sendable, Hashable {
  package let span: Span
  package let content: Content

  package init(span: Span, content: Content) {
    self.span = span
    self.content = content
  }

  package enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    /// A number in its decimal spelling, without rounding.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  package struct Member: Sendable, Hashable {
    package let name: String
    package let nameSpan: Span
    package let value: JSONNode

    package init(name: String, nameSpan: Span, value: JSONNode) {
      self.name = name
      self.nameSpan = nameSpan
      self.value = value
    }
  }

  package var text: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  package var elements: [JSONNode]? {
    if case .array(let elements) = content { return elements }
    return nil
  }

  package var members: [Member]? {
    if case .object(let members) = content { return members }
    return nil
  }

  package func member(_ name: String) -> Member? { members?.first { $0.name == name } }

  /// The value of a member.
  package subscript(_ name: String) -> JSONNode? { member(name)?.value }

  /// The type of the value, in words for messages.
  package var described: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
