import DossierMarkup
import DossierText

/// Reads one record: the common fields, the fields of its kind, the organisation's own fields and its text.
enum RecordDecoder {
  /// `text` is the body of a Markdown file and its references. `text` is nil for a record in a register, which has its text in
  /// the field `text`.
  ///
  /// `adopted` contains the fields of an adopted file that are kept as written. `adopted` is nil for a record that is not
  /// adopted.
  static func decode(
    _ node: YAMLNode, _ kind: RecordKind, text body: (MarkupTree, [ReferenceSite])?, adopted: [FieldEntry]? = nil,
    _ decoding: inout Decoding
  ) -> DecodedDocument.DecodedEntry {
    let id = identifier(node, kind, &decoding)
    if let id { decoding.subject = "\(kind.name) \(id.text)" } else { decoding.subject = "this \(kind.name)" }
    var entries: [FieldEntry] = []
    if let own = node.member("kind")?.value, let name = own.text, !own.isNull, name != kind.name {
      decoding.report(
        .wrongType,
        "`kind` of \(decoding.subject) is `\(name.prefix(60))`, but this register contains records of kind \(kind.name)",
        own.span, help: "remove `kind`, or move the record to a register of its own kind")
    }
    let head = head(node, kind, written: adopted ?? [], &decoding, &entries)
    let record = kind.decode(node, &decoding, &entries)
    let known = (kind.fields + RecordHead.schema.fields).map(\.name)
    let names = Set(known)
    var extras: [FieldContent.Member] = []
    var text = body?.0 ?? .empty
    for member in node.members ?? [] where !names.contains(member.key) {
      if member.key.utf8.starts(with: "x-".utf8) {
        extras.append(FieldContent.Member(name: member.key, content: FieldContent(written: member.value)))
      } else if member.key == "text", body == nil {
        decoding.enter("text")
        text = Prose.decode(member.value, &decoding)?.tree ?? .empty
        decoding.leave()
      } else {
        decoding.unknownKey(member, of: node, among: known)
      }
    }
    let title = entries.first { $0.name == "title" }?.content.plain
    // A value as written also contains the names that are not references, so it takes precedence.
    if let adopted { entries = inOrder(adopted + entries, kind) }
    let entry = Entry(
      kind: kind, id: id?.text ?? "", title: title ?? id?.text ?? "", head: head, record: record, fields: entries,
      unread: unread(node, names, entries), extras: extras, text: text, source: decoding.source,
      idSpan: id?.span ?? Span(Int(node.span.lower), Int(node.span.lower) + 1),
      outline: Outline(text, reserved: PageAnchor.all),
      citations: decoding.takeCitations() + (body.map { CitationScan.citations(in: $0.0, of: decoding.source) } ?? []),
      digest: ContentDigest(kind, entries, extras, text).covered, isAdopted: adopted != nil)
    return DecodedDocument.DecodedEntry(entry: entry, references: decoding.takeReferences() + (body?.1 ?? []))
  }

  private static func unread(_ node: YAMLNode, _ names: Set<String>, _ entries: [FieldEntry]) -> Set<String> {
    var unread: Set<String> = []
    for member in node.members ?? []
    where names.contains(member.key) && member.key != "kind" && member.key != "id" && !member.value.isEmptyValue
      && !entries.contains(where: { $0.name == member.key })
    {
      unread.insert(member.key)
    }
    return unread
  }

  private static func identifier(
    _ node: YAMLNode, _ kind: RecordKind, _ decoding: inout Decoding
  ) -> (text: String, span: Span)? {
    // A missing id is reported together with the other common fields.
    guard let member = node.member("id"), let text = member.value.text, !member.value.isNull else { return nil }
    guard RecordID.isValid(text) else {
      decoding.report(
        .badID, "`\(text.prefix(60))` cannot be an id", member.value.span,
        help: "use ASCII letters, digits and hyphens, a letter first, such as `\(kind.prefix)-001`")
      return nil
    }
    return (text, member.value.span)
  }

  private static func head(
    _ node: YAMLNode, _ kind: RecordKind, written: [FieldEntry], _ decoding: inout Decoding, _ entries: inout [FieldEntry]
  ) -> RecordHead? {
    var common = node
    if node.member("kind") == nil {
      // In a register, `kind` is written only once, at the top. Add it to the record, because the schema of the common fields
      // contains `kind`.
      let inherited = YAMLNode.Member(
        key: "kind", keySpan: Span(Int(node.span.lower), Int(node.span.lower)),
        value: YAMLNode(span: Span(Int(node.span.lower), Int(node.span.lower)), content: .scalar(kind.name, .plain)))
      common = YAMLNode(span: node.span, content: .mapping((node.members ?? []) + [inherited]))
    }
    let head = RecordHead.schema.decode(common, &decoding, ownsAllKeys: false, entries: &entries)
    for name in kind.requiredCommon
    where !written.contains(where: { $0.name == name }) && node.member(name)?.value.isEmptyList ?? true {
      if let shape = RecordHead.schema.fields.first(where: { $0.name == name }) { decoding.missing(shape, in: node) }
    }
    return head
  }

  /// The fields in the order of the schema, common fields first.
  private static func inOrder(_ entries: [FieldEntry], _ kind: RecordKind) -> [FieldEntry] {
    let names = (RecordHead.schema.fields + kind.fields).map(\.name)
    return names.compactMap { name in entries.first { $0.name == name } }
  }
}

extension YAMLNode {
  /// Whether the value is `[]`, `{}` or empty.
  fileprivate var isEmptyValue: Bool { isEmptyList || members?.isEmpty == true }

  /// Whether the value is `[]` or empty.
  fileprivate var isEmptyList: Bool {
    if case .sequence(let items) = content { return items.isEmpty }
    return isNull
  }
}
