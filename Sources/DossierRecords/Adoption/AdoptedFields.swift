import DossierMarkup
import DossierText

/// The front matter of an adopted file, mapped to the fields of a record kind.
struct AdoptedFields {
  /// The mapped fields as the YAML node of a record of the kind. Spans refer to the adopted file.
  var node: YAMLNode { YAMLNode(span: anchor, content: .mapping(members)) }
  /// Fields that need record ids but contain names of people or job titles. The names are displayed, but do not refer to
  /// records.
  private(set) var asWritten: [FieldEntry] = []
  /// For each field whose value comes from the configuration, the span of that value in the configuration.
  private(set) var places: [String: Span] = [:]
  private var members: [YAMLNode.Member] = []
  /// The span of the title. If there is no title, the span of the first heading. Values without a span in the file get this
  /// span.
  private let anchor: Span
  /// The names by which other files refer to the record.
  private(set) var names: [String] = []
  /// The language of the file, if the adoption has a key for it.
  let language: String?
  private let path: SourcePath
  private let foreign: ForeignFields
  private let adoption: Adoption
  private let kind: RecordKind
  /// The names of all records. Nil if they are not known yet. Then no name is resolved and none is reported.
  private let known: AdoptedNames?

  init(
    _ document: DossierMarkup.Document, _ foreign: ForeignFields, _ adoption: Adoption, _ kind: RecordKind,
    _ known: AdoptedNames?, _ decoding: inout Decoding
  ) {
    path = document.path
    self.foreign = foreign
    self.adoption = adoption
    self.kind = kind
    self.known = known
    language = adoption.language.flatMap { foreign.value($0.value)?.member.value.text }
    let stem = adoption.stem(of: document.path)
    let heading = Outline(document.body).headings.first
    let named = foreign.value(adoption.fields?["title"]?.text ?? "title")?.member
    let title = named?.value.text == nil ? nil : named
    anchor = title?.value.span ?? heading?.span ?? .start
    add("kind", kind.name)
    add("id", identifier(stem, &decoding))
    names += (adoption.names?.items ?? []).compactMap { $0.name(stem: stem, folder: path.folder.last, foreign) }
    if let title {
      members.append(.init(key: "title", keySpan: title.keySpan, value: title.value))
    } else {
      let words = heading.map(\.text) ?? ""
      add("title", ForeignFields.isBlank(words) ? AdoptedFields.name(of: document.path, stem) : words)
    }
  }

  /// Reads the mapped fields, then adds defaults for fields that the file does not have.
  mutating func read(_ decoding: inout Decoding) {
    for field in adoption.fields?.members ?? [] where !["kind", "id", "title"].contains(field.key) {
      guard let key = field.value.text, let found = foreign.value(key), !field.key.utf8.starts(with: "approvals.".utf8)
      else { continue }
      take(field.key, found, &decoding)
    }
    approve(&decoding)
    for field in adoption.defaults?.members ?? [] where !isPresent(field.key) {
      members.append(.init(key: field.key, keySpan: anchor, value: field.value.moved(to: anchor)))
      places[field.key] = field.value.span
    }
  }

  private func isPresent(_ field: String) -> Bool {
    members.contains { $0.key == field } || asWritten.contains { $0.name == field }
  }

  private mutating func add(_ key: String, _ text: String) {
    members.append(.init(key: key, keySpan: anchor, value: YAMLNode(span: anchor, content: .scalar(text, .quoted))))
  }

  // MARK: One field

  private mutating func take(_ field: String, _ found: ForeignFields.Found, _ decoding: inout Decoding) {
    let shape = (RecordHead.schema.fields + kind.fields).first { $0.name == field }?.shape ?? .anything
    let member = found.member
    let value = translated(found.isLine ? member.value.divided(for: shape) : member.value, field)
    guard shape.isRecords else {
      members.append(.init(key: field, keySpan: member.keySpan, value: value.fitted(to: shape)))
      return
    }
    if AdoptedFields.saysNone(value) { return }
    let read = references(in: value, field, shape, &decoding)
    if let node = read.node {
      members.append(.init(key: field, keySpan: member.keySpan, value: node.fitted(to: shape)))
    }
    if let shown = read.shown {
      asWritten.append(
        FieldEntry(name: field, content: shown, keySpan: member.keySpan, span: member.value.span, inner: nil))
    }
  }

  /// The value with the words of the kind, as `values` of the adoption declares. `superseded*` is each text that begins with
  /// `superseded`. Upper and lower case are the same.
  private func translated(_ node: YAMLNode, _ field: String) -> YAMLNode {
    guard let words = adoption.values?[field]?.members else { return node }
    switch node.content {
    case .scalar(let text, let style):
      let lower = text.lowercased()
      let meant = words.first { word in
        let key = word.key.lowercased()
        return key == lower || key.last == "*" && lower.utf8.starts(with: key.dropLast().utf8)
      }
      return meant?.value.text.map { YAMLNode(span: node.span, content: .scalar($0, style)) } ?? node
    case .sequence(let items):
      return YAMLNode(span: node.span, content: .sequence(items.map { translated($0, field) }))
    case .mapping: return node
    }
  }

  // MARK: References

  /// The references in a value: the node for the decoder, and the value as written if it contains names that are not references.
  ///
  /// Every name that is not a reference is in `shown`, so no name is lost. Only a field for roles may contain such names: they are
  /// names of people and posts.
  private mutating func references(
    in node: YAMLNode, _ field: String, _ shape: ValueShape, _ decoding: inout Decoding
  ) -> (node: YAMLNode?, shown: FieldContent?) {
    guard case .sequence(let items) = node.content else {
      if let found = reference(node, field, shape, &decoding) { return (found.node, nil) }
      return (nil, FieldContent(written: node))
    }
    var ids: [YAMLNode] = []
    var shown: [FieldContent] = []
    var hasNames = false
    for item in items {
      guard let found = reference(item, field, shape, &decoding) else {
        hasNames = true
        shown.append(FieldContent(written: item))
        continue
      }
      guard let node = found.node else { continue }
      ids.append(node)
      shown.append(node.text.map(FieldContent.record) ?? FieldContent(written: node))
    }
    if ids.isEmpty, !items.isEmpty { return (nil, hasNames ? .list(shown) : nil) }
    return (YAMLNode(span: node.span, content: .sequence(ids)), hasNames ? .list(shown) : nil)
  }

  /// The reference in one value. Nil if the value is a name of a person or post.
  ///
  /// The node is nil if the value was reported, because it is the name of several records.
  private mutating func reference(
    _ node: YAMLNode, _ field: String, _ shape: ValueShape, _ decoding: inout Decoding
  ) -> (node: YAMLNode?, isRead: Bool)? {
    guard case .scalar(let text, let style) = node.content else { return (node, true) }
    if let id = adoption.roles?[text], let target = id.text {
      places[field] = id.span
      return (YAMLNode(span: node.span, content: .scalar(target, style)), true)
    }
    switch known?.record(text, from: path, language: language) {
    case .record(let id)?: return (YAMLNode(span: node.span, content: .scalar(id, style)), true)
    case .several(let ids)?:
      let listed = ids.prefix(4).joined(separator: ", ") + (ids.count > 4 ? " and more" : "")
      decoding.report(
        .unknownRecord, "`\(text.prefix(60))` in `\(field)` is the name of \(ids.count) records: \(listed)", node.span,
        help: "write the id of one of them")
      return (nil, false)
    case .nothing?, nil: return shape.isRoles && !AdoptedFields.looksLikeID(text) ? nil : (node, true)
    }
  }

  /// Whether the value says that there is no record: `none`, `n/a` or a dash.
  private static func saysNone(_ node: YAMLNode) -> Bool {
    guard let text = node.text?.lowercased() else { return false }
    return ["none", "n/a", "-", "–", "—"].contains(text)
  }

  /// Makes one approval from the keys mapped to `approvals.by`, `approvals.date` and so on.
  ///
  /// An approval by a role counts. An approval that names a person instead of a role is only displayed.
  private mutating func approve(_ decoding: inout Decoding) {
    var parts: [YAMLNode.Member] = []
    var isByRole = false
    for shape in Approval.schema.fields {
      guard let key = adoption.fields?["approvals.\(shape.name)"]?.text,
        let found = foreign.value(key)?.member
      else { continue }
      var value = found.value.fitted(to: shape.shape)
      if shape.shape.isRecords, let role = approver(value) { (value, isByRole) = (role, true) }
      parts.append(.init(key: shape.name, keySpan: found.keySpan, value: value))
    }
    guard let first = parts.first, !isPresent("approvals") else { return }
    let approval = YAMLNode(span: first.value.span, content: .mapping(parts))
    if isByRole {
      members.append(
        .init(key: "approvals", keySpan: first.keySpan, value: YAMLNode(span: approval.span, content: .sequence([approval]))))
      return
    }
    decoding.enter("approvals")
    let shown = parts.compactMap { part -> FieldContent.Member? in
      guard let shape = Approval.schema.fields.first(where: { $0.name == part.key })?.shape, !shape.isRecords else {
        return .init(name: part.key, content: FieldContent(written: part.value))
      }
      decoding.enter(part.key)
      defer { decoding.leave() }
      return shape.decode(part.value, &decoding).map { .init(name: part.key, content: $0) }
    }
    decoding.leave()
    asWritten.append(
      FieldEntry(
        name: "approvals", content: .list([.mapping(shown)]), keySpan: first.keySpan, span: first.value.span,
        inner: YAMLNode(span: approval.span, content: .sequence([approval]))))
  }

  /// The role in `approvals.by`. Nil if the value is a name: only an id of the usual form and a name in `roles` are roles here.
  private mutating func approver(_ node: YAMLNode) -> YAMLNode? {
    switch node.content {
    case .scalar(let text, let style):
      if let id = adoption.roles?[text], let target = id.text {
        places["approvals"] = id.span
        return YAMLNode(span: node.span, content: .scalar(target, style))
      }
      return AdoptedFields.looksLikeID(text) ? node : nil
    case .sequence(let items):
      let ids = items.compactMap { approver($0) }
      return ids.count == items.count ? YAMLNode(span: node.span, content: .sequence(ids)) : nil
    case .mapping: return node
    }
  }

  // MARK: The file

  private mutating func identifier(_ stem: String, _ decoding: inout Decoding) -> String {
    let own = AdoptedID.make(prefix: kind.prefix, path: path, stem: stem)
    if let template = adoption.id {
      guard let text = template.name(stem: stem, folder: path.folder.last, foreign) else { return own }
      if RecordID.isValid(text) { return text }
      decoding.report(
        .badID, "`\(text.prefix(60))`, made by `id: \(template)`, cannot be an id", anchor,
        help: "change `id` in `dossier.yaml`: an id has ASCII letters, digits and hyphens, a letter first")
      return own
    }
    guard let key = adoption.fields?["id"]?.text, let found = foreign.value(key)?.member else { return own }
    let text = found.value.text
    if let text { names.append(text) }
    let whole = text.map { id in language.map { id + "-" + $0 } ?? id }
    guard let whole, RecordID.isValid(whole) else {
      decoding.report(
        .badID, "\(found.value.described) cannot be an id", found.value.span,
        help: "use ASCII letters, digits and hyphens, a letter first, such as `\(kind.prefix)-001`; "
          + "if the files must keep it, remove `id` from `fields` and write `names: \"{\(key)}\"`")
      return own
    }
    return whole
  }

  /// The file name as words: `AI_risk-method.md` becomes "AI risk method".
  private static func name(of path: SourcePath, _ stem: String) -> String {
    let words = String(stem.map { $0 == "_" || $0 == "-" ? " " : $0 })
    return ForeignFields.isBlank(words) ? path.name : words
  }

  /// Whether a text looks like `ROL-001`: several parts joined by hyphens, and the last part is a number.
  private static func looksLikeID(_ text: String) -> Bool {
    guard RecordID.isValid(text), let last = text.split(separator: "-").last, text.contains("-") else { return false }
    return last.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
