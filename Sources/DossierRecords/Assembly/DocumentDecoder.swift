package import DossierMarkup
package import DossierText

extension RuleID {
  package static let unknownKind = RuleID("unknown-kind")
}

/// The *decode* stage: converts a document to records or a page. The result depends on the document and the configuration.
package struct DocumentDecoder: Sendable {
  private let kinds: [String: RecordKind]
  /// Kinds with an invalid declaration. Their records are not reported as records of an unknown kind.
  private let unreadKinds: Set<String>
  private let adopters: [Adopter]
  /// Whether the workspace has a configuration. Without one, other programs probably wrote the files.
  private let isConfigured: Bool
  /// The names of all records, for references in adopted files. Nil if they are not known yet.
  private let names: AdoptedNames?

  package init(kinds: [RecordKind]) {
    self.init(kinds: kinds, unread: [], adopting: nil, nil)
  }

  /// Makes a decoder for a workspace with this configuration, or without configuration.
  package init(_ configuration: ConfigurationEntry?, names: AdoptedNames? = nil) {
    self.init(
      kinds: configuration?.kinds ?? RecordKind.all, unread: configuration?.unreadKinds ?? [], adopting: configuration, names)
  }

  private init(kinds: [RecordKind], unread: Set<String>, adopting configuration: ConfigurationEntry?, _ names: AdoptedNames?) {
    self.names = names
    var index: [String: RecordKind] = [:]
    for kind in kinds { index[kind.name] = kind }
    self.kinds = index
    unreadKinds = unread
    isConfigured = configuration != nil
    adopters =
      configuration.map { entry in
        entry.configuration.adopt.enumerated().compactMap { Adopter($1, at: $0, kinds: index, in: entry.source) }
      } ?? []
  }

  package func decode(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    if document.path.description == Configuration.fileName {
      let configuration = Configuration.decode(document)
      return Diagnosed(
        DecodedDocument(configuration: configuration.value), configuration.diagnostics)
    }
    if let fields = RecordLookalike.register(document.path, document.source.bytes) {
      return registerOfOtherType(document, fields)
    }
    switch document.form {
    case .yaml: return FrameworkDecoder.decode(document, kinds: kinds.keys.sorted()) ?? register(document)
    case .markdown:
      let covering = adopters.filter { $0.covers(document.path) }
      guard !covering.isEmpty else { return own(document, isCovered: false) }
      let fields = ForeignFields(document)
      let keys = covering.map { $0.keys(in: fields) }
      if let adopter = covering.first(where: { $0.adopts(fields) }), !declaresKind(document, adopter) {
        let record = adopter.record(document, fields, names)
        let unread = UnreadRecord(ofAdopted: document, keys: [])?.diagnostic(in: document)
        return Diagnosed(
          DecodedDocument(entries: [record.entry], adoptionKeys: keys), record.diagnostics + [unread].compactMap { $0 })
      }
      let decoded = own(document, isCovered: true)
      return Diagnosed(decoded.value.with(keys), decoded.diagnostics)
    }
  }

  private func isAdopted(_ document: DossierMarkup.Document) -> Bool {
    let covering = adopters.filter { $0.covers(document.path) }
    guard !covering.isEmpty else { return false }
    let fields = ForeignFields(document)
    return covering.first { $0.adopts(fields) }.map { !declaresKind(document, $0) } ?? false
  }

  /// Decodes a Markdown file that is not adopted. `isCovered` says whether a pattern of an adoption covers it.
  private func own(_ document: DossierMarkup.Document, isCovered: Bool) -> Diagnosed<DecodedDocument> {
    guard document.path.isMarkdown || isCovered && !RecordLookalike.isRecord(document.path, document.source.bytes) else {
      return fileOfOtherType(document)
    }
    if let kind = document.fields?.member("kind") {
      return isConfigured || isMeantAsRecord(kind: kind.value.text, document.fields) ? record(document) : page(document)
    }
    return pageOrNamelessRecord(document)
  }

  /// Whether a file declares its own kind, so that it is not adopted.
  ///
  /// A file declares its own kind if it has an existing kind in `kind`. It also does if it has both `kind` and `id`, unless the
  /// adoption says that the files have ids of their own.
  private func declaresKind(_ document: DossierMarkup.Document, _ adopter: Adopter) -> Bool {
    guard let kind = document.fields?.member("kind")?.value.text else { return false }
    return kinds[kind] != nil || document.fields?.member("id") != nil && !adopter.namesIDs
  }

  // MARK: One record per file

  private func record(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    var decoding = Decoding(source: document.source, subject: "this record")
    guard let fields = document.fields, let kind = kind(of: fields, &decoding) else {
      // A file with `kind: texts` may contain licensed text, so it does not become a page. Licensed texts belong in a YAML file.
      if document.fields?.member(like: "kind")?.value.text?.lowercased() == "texts" {
        return Diagnosed(DecodedDocument(), decoding.diagnostics)
      }
      let fallback = page(
        document, unread: [document.fields?.member("id")?.value.text].compactMap { $0 },
        showing: isOrdinaryPage(document) ? nil : document.frontMatter)
      return Diagnosed(fallback.value, decoding.diagnostics + fallback.diagnostics)
    }
    let text = ProseReferences.sites(in: document.body, field: "text", source: document.source)
    let entry = RecordDecoder.decode(fields, kind, text: (document.body, text), &decoding)
    // A record without an id is not part of the dossier. Its content is shown as a page, and its references are resolved.
    if entry.entry.id.isEmpty {
      let unread = [fields.member("id")?.value.text].compactMap { $0 }
      return Diagnosed(DecodedDocument(page: entry.page, unreadIDs: unread), decoding.diagnostics)
    }
    return Diagnosed(DecodedDocument(entries: [entry]), decoding.diagnostics)
  }

  private func kind(of fields: YAMLNode, _ decoding: inout Decoding) -> RecordKind? {
    guard let member = fields.member(like: "kind") else { return nil }
    decoding.enter("kind")
    defer { decoding.leave() }
    guard let name = decoding.scalar(member.value, .word(kinds.keys.sorted())) else { return nil }
    if let kind = kinds[name] { return kind }
    if unreadKinds.contains(name) { return nil }
    let meant = Suggestion.meant(by: name, among: kinds.keys.sorted(), joinedBy: "-")
    // A page of another program can have a `kind` too.
    if meant == nil, decoding.source.path.isMarkdown, fields.member(like: "id") == nil {
      decoding.report(
        .pageFrontMatter, "there is no kind of record `\(name.prefix(60))`, so this file is a page", member.value.span,
        severity: .warning,
        help: "correct the kind if the file is a record; otherwise remove `kind`, or lower the level of this rule")
      return nil
    }
    decoding.report(
      .unknownKind, "there is no kind of record `\(name.prefix(60))`", member.value.span,
      label: meant.map { "did you mean `\($0)`?" } ?? "", help: "list the kinds with `dossier schema`",
      fixes: meant.map {
        [decoding.fix(member.value, $0, isCertain: $0 == Suggestion.spelling(of: name, among: kinds.keys))]
      } ?? [])
    return nil
  }

  // MARK: Many records per file

  private func register(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    let none = DecodedDocument(unreadIDs: UnreadRecords.ids(in: document))
    guard let fields = document.fields, concerns(document) else { return Diagnosed(none) }
    var decoding = Decoding(source: document.source, subject: "this register")
    let records = fields.member(like: "records")
    // Report a key in the wrong case, such as `Records`. Read the records anyway, because their meaning is clear.
    for member in fields.members ?? [] where member.key != "kind" && member.key != "records" {
      decoding.unknownKey(member, of: fields, among: ["kind", "records"])
    }
    if fields.member(like: "kind") == nil { decoding.missing(DocumentDecoder.kindField, in: fields) }
    let ids = DocumentDecoder.ids(of: records?.value)
    guard let kind = kind(of: fields, &decoding) else {
      return Diagnosed(DecodedDocument(unreadIDs: ids), decoding.diagnostics)
    }
    guard let records else {
      decoding.missing(
        FieldShape(name: "records", shape: .list(.mapping([])), isRequired: true, meaning: "the records", example: nil),
        in: fields)
      return Diagnosed(none, decoding.diagnostics)
    }
    decoding.enter("records")
    guard case .sequence(let nodes) = records.value.content else {
      decoding.wrongType(records.value, .list(.mapping([])))
      return Diagnosed(none, decoding.diagnostics)
    }
    for (i, node) in nodes.enumerated() where node.members == nil {
      decoding.enter("[\(i)]")
      decoding.wrongType(node, .mapping([]))
      decoding.leave()
    }
    decoding.leave()
    var entries: [DecodedDocument.DecodedEntry] = []
    for node in nodes where node.members != nil {
      decoding.subject = "this record"
      entries.append(RecordDecoder.decode(node, kind, text: nil, &decoding))
    }
    return Diagnosed(DecodedDocument(entries: entries), decoding.diagnostics)
  }

  private static let kindField = FieldShape(
    name: "kind", shape: .text, isRequired: true, meaning: "the kind of the records in this file", example: nil)

  /// The ids in a list of records that could not be decoded.
  private static func ids(of records: YAMLNode?) -> [String] {
    guard case .sequence(let nodes)? = records?.content else { return [] }
    return nodes.compactMap { $0.member("id")?.value.text }
  }

  // MARK: Our files and other files

  /// Whether a file belongs to this program, so that problems in the file are reported. True for all Markdown files.
  ///
  /// A YAML file belongs to the program if its top level has the key `records`. The key `kind` is also sufficient if its value
  /// is a record kind or the kind of a framework file.
  package func concerns(_ document: DossierMarkup.Document) -> Bool {
    if document.form == .markdown || document.path.description == Configuration.fileName { return true }
    if RecordLookalike.hasName(document.path) { return true }
    guard let fields = document.fields else { return document.isUnreadable && looksLikeRegister(document.source) }
    if FrameworkDecoder.concerns(fields) { return true }
    let kind = fields.member(like: "kind")?.value.text
    if let kind, kinds[kind] != nil { return true }
    guard let records = fields.member(like: "records") else { return false }
    // Other programs use the key `records` too, for example for the records of a name server.
    return isConfigured || DocumentDecoder.ids(of: records.value).contains(where: hasPrefixOfKind)
      || (kind.map { Suggestion.spelling(of: $0, among: kinds.keys) != nil } ?? false)
  }

  /// Whether YAML that cannot be parsed looks like a register or a framework file. Lines with more indentation than the first
  /// line are ignored.
  private func looksLikeRegister(_ source: SourceFile) -> Bool {
    // A file that is not UTF-8 has no bytes here, but has a digest. Its content is unknown, so it counts as a register.
    if source.bytes.isEmpty { return source.digest != Digest(of: []) }
    let lines = LineIndex(source.bytes)
    let ignored = Array("{\"' \t\u{FEFF}".utf8)
    var edge: Int?
    for line in lines.starts.indices {
      let content = lines.content(of: line, in: source.bytes)
      let indent = content.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let words = content.drop { ignored.contains($0) }
      guard let first = words.first, first != UInt8(ascii: "#"), !content.starts(with: "---".utf8) else { continue }
      edge = edge ?? indent
      guard indent <= edge ?? 0, let colon = words.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = String(decoding: words[..<colon].filter { !ignored.contains($0) }, as: UTF8.self).lowercased()
      if key == "records" { return true }
      let rest = words[(colon + 1)...].drop { ignored.contains($0) }
      let value = rest.prefix { !ignored.contains($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
      let word = String(decoding: value, as: UTF8.self)
      if key == "kind", kinds[word] != nil || FrameworkDecoder.isForm(word) { return true }
    }
    return false
  }

  // MARK: Pages

  /// Makes a page. A missing `kind` is reported if the front matter looks like a record.
  ///
  /// The front matter looks like a record if it has a valid id, and one of these is true: the id has the form `RSK-001`, or
  /// there is a key such as `Kind`. A key such as `Kind` is sufficient if the workspace has a configuration and the kind exists.
  private func pageOrNamelessRecord(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    if let unread = UnreadRecord(document, isMeant: isMeantAsRecord) { return page(document, unread) }
    if let keys = adopters.first(where: { $0.covers(document.path) })?.requiredKeys,
      let unread = UnreadRecord(ofAdopted: document, keys: keys)
    {
      return page(document, unread)
    }
    let written = document.fields?.member(like: "kind")
    let id = document.fields?.member(like: "id")?.value.text.flatMap { RecordID.isValid($0) ? $0 : nil }
    let isMeant =
      written.map { (id != nil && isConfigured) || isMeantAsRecord(kind: $0.value.text, id: id) }
      ?? (id.map(hasPrefixOfKind) ?? false)
    guard let fields = document.fields, isMeant else {
      return page(document, showing: isOrdinaryPage(document) ? nil : document.frontMatter)
    }
    var decoding = Decoding(source: document.source, subject: "this record")
    if let written {
      decoding.report(
        .missingField, "this record has no `kind`", written.keySpan, label: "did you mean `kind`?",
        help: "write the key in lower case", fixes: [.init(document.path, written.keySpan, written.key, to: "kind", .certain)])
    } else {
      decoding.missing(DocumentDecoder.kindField, in: fields)
    }
    let page = page(document, unread: [id].compactMap { $0 }, showing: document.frontMatter)
    return Diagnosed(page.value, decoding.diagnostics + page.diagnostics)
  }

  /// Decodes a file such as `a.mdx`. Its record is reported and shown. Other files of these types are not pages.
  private func fileOfOtherType(_ document: DossierMarkup.Document) -> Diagnosed<DecodedDocument> {
    guard let unread = UnreadRecord(ofOtherType: document, isMeant: isMeantAsRecord) else { return Diagnosed(DecodedDocument()) }
    return page(document, unread)
  }

  /// Reports a register in JSON or TOML, and shows it as a page.
  private func registerOfOtherType(_ document: DossierMarkup.Document, _ fields: [FieldLine]) -> Diagnosed<DecodedDocument> {
    guard let kind = fields.first(where: { $0.key == "kind" }), kinds[kind.value] != nil else {
      return Diagnosed(DecodedDocument())
    }
    let source = document.source
    let isJSON = document.path.fileExtension == "json"
    let name = document.path.name.dropLast(document.path.fileExtension.count + 1)
    let diagnostic = Diagnostic(
      .unreadRecord, .error, "this file looks like a register, but is not read as one: it is \(isJSON ? "JSON" : "TOML")",
      at: .init(document.path, kind.valueSpan),
      help: isJSON
        ? "rename the file to `\(name).yaml`, because JSON is also valid YAML" : "write the register in YAML, as `\(name).yaml`")
    let body = MarkupTree.empty.prepending(code: source.bytes[...], span: Span(0, source.bytes.count))
    let ids = DocumentDecoder.ids(of: document.fields?.member("records")?.value)
    return Diagnosed(decoded(document, body, document.path.name, unread: ids), [diagnostic])
  }

  /// Whether the values of `kind` and `id` show that the author wants a record.
  private func isMeantAsRecord(kind: String?, id: String?) -> Bool {
    if let id, hasPrefixOfKind(id.uppercased()) { return true }
    guard let kind, kinds[kind] != nil || Suggestion.spelling(of: kind, among: kinds.keys) != nil else { return false }
    return isConfigured || id.map(RecordID.isValid) ?? false
  }

  private func isMeantAsRecord(kind: String?, _ fields: YAMLNode?) -> Bool {
    if let kind, kinds[kind] != nil { return true }
    return isMeantAsRecord(kind: kind, id: fields?.member(like: "id")?.value.text)
  }

  /// Whether a Markdown file is a page whose author does not want a record. Its front matter belongs to another program.
  package func isOrdinaryPage(_ document: DossierMarkup.Document) -> Bool {
    guard document.form == .markdown, !isAdopted(document) else { return false }
    let fields = document.fields
    if let kind = fields?.member(like: "kind")?.value.text, isMeantAsRecord(kind: kind, fields) { return false }
    if let id = fields?.member(like: "id")?.value.text, hasPrefixOfKind(id) { return false }
    guard let leading = document.leading else { return true }
    return !isMeantAsRecord(kind: leading.field("kind")?.value, id: leading.field("id")?.value)
  }

  /// Whether an id consists of the prefix of a kind, a hyphen and a number: `RSK-001`.
  private func hasPrefixOfKind(_ id: String) -> Bool {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
      && kinds.values.contains { $0.prefix == parts[0] }
  }

  /// Makes a page. `block` is front matter that is shown at the start of the page as code, because no record was read from it.
  private func page(
    _ document: DossierMarkup.Document, unread: [String] = [], showing block: Span? = nil
  ) -> Diagnosed<DecodedDocument> {
    var body = document.body
    if let block { body = body.prepending(code: document.source.bytes[block.range], span: block) }
    let title = document.fields?.member("title")?.value.text ?? document.leading?.title
    return Diagnosed(decoded(document, body, title, unread: unread + UnreadRecords.ids(in: document)))
  }

  /// Makes the page of a record that was not read. Its fields are shown at the start of the page as code.
  private func page(_ document: DossierMarkup.Document, _ unread: UnreadRecord) -> Diagnosed<DecodedDocument> {
    let title = unread.fields.first { $0.key.lowercased() == "title" }?.value ?? document.fields?.member("title")?.value.text
    let decoded = decoded(document, unread.text(of: document), title, unread: [unread.id].compactMap { $0 })
    return Diagnosed(decoded, [unread.diagnostic(in: document)])
  }

  private func decoded(
    _ document: DossierMarkup.Document, _ body: MarkupTree, _ title: String?, unread: [String]
  ) -> DecodedDocument {
    let page = PlainPage(document.source, body, Outline(body, reserved: PageAnchor.all), title: title)
    let references = ProseReferences.sites(in: body, field: "text", source: document.source)
    return DecodedDocument(page: .init(page: page, references: references), unreadIDs: unread)
  }
}

extension YAMLNode {
  /// The member with this key. If there is no such member, the first member whose key differs only in case.
  func member(like key: String) -> Member? {
    member(key) ?? members?.first { $0.key.lowercased() == key }
  }
}
