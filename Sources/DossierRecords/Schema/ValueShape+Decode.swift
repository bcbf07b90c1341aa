package import DossierMarkup
import DossierText

extension ValueShape {
  /// Decodes a value of this shape. Kinds that an organisation declares use this function.
  ///
  /// If the value is invalid, reports the problem and returns nil.
  package func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> FieldContent? {
    switch self {
    case .text: return String.decode(node, &decoding)?.content
    case .markdown: return Prose.decode(node, &decoding)?.content
    case .date: return CivilDate.decode(node, &decoding)?.content
    case .timestamp: return Timestamp.decode(node, &decoding)?.content
    case .duration: return CalendarDuration.decode(node, &decoding)?.content
    case .boolean: return Bool.decode(node, &decoding)?.content
    case .integer(let range): return decoding.integer(node, self, within: range).map(FieldContent.integer)
    case .number: return Decimal.decode(node, &decoding)?.content
    case .digest: return Digest.decode(node, &decoding)?.content
    case .file: return FilePath.decode(node, &decoding)?.content
    case .record(let kinds): return decoding.recordID(node, self, kinds: kinds).map(FieldContent.record)
    case .item: return ItemReference.decode(node, &decoding)?.content
    case .word(let words):
      guard let text = decoding.scalar(node, self) else { return nil }
      if words.contains(text) { return .word(text) }
      decoding.unknownWord(text, node, words)
      return nil
    case .list(let element):
      return decoding.items(of: node, element) { element.decode($0, &$1) }.map(FieldContent.list)
    case .mapping(let fields):
      var entries: [FieldEntry] = []
      guard let members = fields.decode(node, &decoding, ownsAllKeys: true, entries: &entries) else { return nil }
      return .mapping(members)
    case .anything: return FieldContent(written: node)
    }
  }
}

extension [FieldShape] {
  /// Decodes a mapping with these fields and reports all problems. Returns nil if a required field is missing or invalid.
  package func decode(
    _ node: YAMLNode, _ decoding: inout Decoding, ownsAllKeys: Bool, entries: inout [FieldEntry]
  ) -> [FieldContent.Member]? {
    guard let written = node.members else {
      decoding.wrongType(node, .mapping(self))
      return nil
    }
    if ownsAllKeys {
      for member in written where !contains(where: { $0.name == member.key }) {
        decoding.unknownKey(member, of: node, among: map(\.name))
      }
    }
    var members: [FieldContent.Member] = []
    var isWhole = true
    for field in self {
      guard let content = decoding.content(of: field, in: node, &entries) else {
        isWhole = isWhole && !field.isRequired
        continue
      }
      members.append(FieldContent.Member(name: field.name, content: content))
    }
    return isWhole ? members : nil
  }
}

extension Decoding {
  /// Decodes the content of a field and reports each problem. Returns nil if the field is missing, empty or invalid.
  fileprivate mutating func content(of field: FieldShape, in node: YAMLNode, _ entries: inout [FieldEntry]) -> FieldContent? {
    enter(field.name, isRequired: field.isRequired)
    defer { leave() }
    guard let member = node.member(field.name) else {
      if field.isRequired { missing(field, in: node) }
      return nil
    }
    if !field.isRequired, member.value.isNull {
      empty(member, field.shape)
      return nil
    }
    guard let content = field.shape.decode(member.value, &self) else { return nil }
    if field.isRequired, case .sequence(let items) = member.value.content, items.isEmpty {
      missing(field, in: node)
      return nil
    }
    // The list is empty, or none of its items could be decoded.
    if case .list(let items) = content, items.isEmpty { return nil }
    entries.append(FieldEntry(content, member, list: lastList))
    return content
  }
}
