import DossierMarkup
package import DossierText

/// A field in a source file: its value and its spans.
package struct FieldEntry: Sendable, Hashable {
  package let name: String
  package let content: FieldContent
  package let keySpan: Span
  package let span: Span
  /// The YAML value, if the value contains mappings. The spans of inner fields are taken from this node.
  let inner: YAMLNode?
  /// The positions of the decoded items, if the field is a list and some items could not be decoded. Nil otherwise.
  package let positions: Positions?

  /// Which items of a list in the source could be decoded.
  package struct Positions: Sendable, Hashable {
    /// For each decoded item, its position among all items in the source.
    package let kept: [Int]
    /// The number of all items in the source.
    package let count: Int
  }

  /// The position of a list item in the source. `index` is its position among the items that could be decoded.
  package func sourceIndex(of index: Int) -> Int {
    guard let kept = positions?.kept, kept.indices.contains(index) else { return index }
    return kept[index]
  }

  init(name: String, content: FieldContent, keySpan: Span, span: Span, inner: YAMLNode?, positions: Positions? = nil) {
    self.name = name
    self.content = content
    self.keySpan = keySpan
    self.span = span
    self.inner = inner
    self.positions = positions
  }

  /// Makes the entry of a decoded field. `list` is `Decoding.lastList`; it is used only if this field is a list.
  init(_ content: FieldContent, _ member: YAMLNode.Member, list: Positions?) {
    var positions: Positions?
    if case .list(let items) = content, let list, items.count == list.kept.count, items.count < list.count { positions = list }
    self.init(
      name: member.key, content: content, keySpan: member.keySpan, span: member.value.span,
      inner: member.value.holdsMappings ? member.value : nil, positions: positions)
  }
}

extension [FieldEntry] {
  /// The span of a field or of a part of a field, such as `acceptance.until` or `actions[2].due`.
  ///
  /// A number in brackets is the position among the items that could be decoded, as in the decoded record.
  ///
  /// If the part is missing, returns the key of its nearest parent. If the whole field is missing, returns nil.
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
        guard let index = Int(part) else { return anchor }
        // If the field itself is a list, `sourceIndex` finds the position in the source. The positions of items in an inner list
        // are not recorded, so use the index as the position.
        let position = i == 0 ? field.sourceIndex(of: index) : index
        guard items.indices.contains(position) else { return anchor }
        node = items[position]
        // The span of an item is the span of its first key and value, because the whole item may have many lines.
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
  /// Whether the value is a mapping or a list with mappings.
  var holdsMappings: Bool {
    switch content {
    case .mapping: true
    case .sequence(let items): items.contains { $0.members != nil }
    case .scalar: false
    }
  }
}
