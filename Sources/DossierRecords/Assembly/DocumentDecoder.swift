package import DossierMarkup
package import DossierText

extension RuleID {
  package static let unknownKind = RuleID("unknown-kind")
}

/// The stage *decode*: a document to the records or the page it holds. Needs nothing but the document.
package struct DocumentDecoder: Sendable {
  private let kinds: [String: RecordKind]

  package init(kinds: [RecordKind]) {
    var index: [String: RecordKind] = [:]
    for kind in kinds { index[kind.name] = kind }
    self.kinds = index
  }

  package func decode(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    if document.path.description == Configuration.fileName {
      let configuration = Configuration.decode(document)
      return Diagnosed(
        DecodedDocument(configuration: configuration.value), configuration.diagnostics)
    }
    switch document.form {
    case .yaml: return register(document)
    case .markdown:
      if document.fields?.member("kind") != nil { return record(document) }
      return page(document)
    }
  }

  // MARK: One record a file

  private func record(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    var decoding = Decoding(source: document.source, subject: "this record")
    guard let fields = document.fields, let kind = kind(of: fields, &decoding) else {
      let fallback = page(document, unread: [document.fields?.member("id")?.value.text].compactMap { $0 })
      return Diagnosed(fallback.value, decoding.diagnostics + fallback.diagnostics)
    }
    let text = ProseReferences.sites(in: document.body, field: "text", path: document.path)
    let entry = RecordDecoder.decode(fields, kind, text: (document.body, text), &decoding)
    return Diagnosed(DecodedDocument(entries: [entry]), decoding.diagnostics)
  }

  private func kind(of fields: YAMLNode, _ decoding: inout Decoding) -> RecordKind? {
    guard let member = fields.member("kind") else { return nil }
    decoding.enter("kind")
    defer { decoding.leave() }
    guard let name = decoding.scalar(member.value, .word(kinds.keys.sorted())) else { return nil }
    if let kind = kinds[name] { return kind }
    let normal = String(
      decoding: name.lowercased().utf8.map { $0 == UInt8(ascii: "_") || $0 == 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    let meant = kinds[normal] != nil ? normal : Suggestion.closest(to: normal, among: kinds.keys.sorted())
    decoding.report(
      .unknownKind, "there is no kind of record `\(name.prefix(60))`", member.value.span,
      label: meant.map { "did you mean `\($0)`?" } ?? "", help: "list the kinds with `dossier schema`",
      fixes: meant.map { [Diagnostic.Fix(decoding.source.path, member.value.span, $0)] } ?? [])
    return nil
  }

  // MARK: Many records a file

  private func register(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    let none = DecodedDocument(unreadIDs: UnreadRecords.ids(in: document))
    guard let fields = document.fields, fields.member("kind") != nil else { return Diagnosed(none) }
    var decoding = Decoding(source: document.source, subject: "this register")
    let records = fields.member("records")
    // A stranger's YAML may say `kind:` of something else altogether.
    if records == nil, let name = fields.member("kind")?.value.text, kinds[name] == nil { return Diagnosed(none) }
    guard let kind = kind(of: fields, &decoding) else { return Diagnosed(none, decoding.diagnostics) }
    for member in fields.members ?? [] where member.key != "kind" && member.key != "records" {
      decoding.unknownKey(member, among: ["kind", "records"])
    }
    guard let records else {
      decoding.missing(
        FieldShape(name: "records", shape: .list(.mapping([])), isRequired: true, meaning: "the records", example: nil),
        in: fields)
      return Diagnosed(none, decoding.diagnostics)
    }
    guard case .sequence(let nodes) = records.value.content else {
      decoding.wrongType(records.value, .list(.mapping([])))
      return Diagnosed(none, decoding.diagnostics)
    }
    var entries: [DecodedDocument.DecodedEntry] = []
    for node in nodes {
      decoding.subject = "this record"
      guard node.members != nil else {
        decoding.wrongType(node, .mapping([]))
        continue
      }
      entries.append(RecordDecoder.decode(node, kind, text: nil, &decoding))
    }
    return Diagnosed(DecodedDocument(entries: entries), decoding.diagnostics)
  }

  // MARK: Pages

  private func page(_ document: DossierMarkup.Document, unread: [String] = []) -> Diagnosed<DecodedDocument> {
    let outline = Outline(document.body, reserved: PageAnchor.all)
    let heading = outline.headings.first.flatMap { $0.level == 1 ? $0 : nil }
    let named = document.fields?.member("title")?.value.text
    let title = named ?? heading?.text ?? String(document.path.name.split(separator: ".").first ?? "Page")
    let page = PlainPage(
      title: title.isEmpty ? document.path.name : title, text: document.body, outline: outline, source: document.source,
      titleNode: heading.flatMap { $0.text == title ? $0.node : nil })
    let references = ProseReferences.sites(in: document.body, field: "text", path: document.path)
    return Diagnosed(
      DecodedDocument(
        page: .init(page: page, references: references), unreadIDs: unread + UnreadRecords.ids(in: document)))
  }
}
