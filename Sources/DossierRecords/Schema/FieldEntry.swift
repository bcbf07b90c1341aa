import DossierMarkup
package import DossierText

/// A field as it was written: its value and its places.
package struct FieldEntry: Sendable, Hashable {
  package let name: String
  package let content: FieldContent
  package let keySpan: Span
  package let span: Span
  /// The value as it was read, where mappings are in it: their fields have places of their own.
  let inner: YAMLNode?

  init(name: String, content: FieldContent, keySpan: Span, span: Span, inner: YAMLNode?) {
    self.name = name
    self.content = content
    self.keySpan = keySpan
    self.span = span
    self.inner = inner
  }

  init(_ content: FieldContent, _ member: YAMLNode.Member) {
    self.init(
      name: member.key, content: content, keySpan: member.keySpan, span: member.value.span,
      inner: member.value.holdsMappings ? member.value : nil)
  }
}

extension [FieldEntry] {
  /// Where a field or a part of it was written, such as `acceptance.until` or `actions[2].due`.
  ///
  /// Where that was not written, the key of the nearest part above it that was; nil where nothing of it was.
  package func span(of path: String) -> Span? {
    var parts = path.split { $0 == "." || $0 == "[" }.map { $0.last == "]" ? $0.dropLast() : $0 }
    guard !parts.isEmpty, let field = first(where: { $0.name == parts[0] }) else { return nil }
    parts.removeFirst()
    if parts.isEmpty { return field.span }
    var (anchor, node) = (field.keySpan, field.inner)
    for (i, part) in parts.enumerated() {
      switch node?.content {
      case .mapping(let members):
        guard let member = members.first(where: { $0.key == part }) else { return anchor }
        if i == parts.count - 1 { return member.value.span }
        (anchor, node) = (member.keySpan, member.value)
      case .sequence(let items):
        guard let position = Int(part), items.indices.contains(position) else { return anchor }
        node = items[position]
        // The first key of an item stands for it: the item itself may run over many lines.
        anchor =
          items[position].members?.first.map { Span(Int($0.keySpan.lower), Int($0.value.span.upper)) } ?? items[position].span
        if i == parts.count - 1 { return anchor }
      case .scalar, nil: return anchor
      }
    }
    return anchor
  }
}

extension YAMLNode {
  /// Whether places inside it can be asked for by name.
  var holdsMappings: Bool {
    switch content {
    case .mapping: true
    case .sequence(let items): items.contains { $0.members != nil }
    case .scalar: false
    }
  }
}
