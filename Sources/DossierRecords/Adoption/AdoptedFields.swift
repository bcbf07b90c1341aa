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
  private let document: DossierMarkup.Document
  private let adoption: Adoption
  private let kind: RecordKind

  init(_ document: DossierMarkup.Document, _ adoption: Adoption, _ kind: RecordKind, _ decoding: inout Decoding) {
    self.document = document
    self.adoption = adoption
    self.kind = kind
    let heading = Outline(document.body).headings.first
    let named = AdoptedFields.value(of: adoption.fields?["title"]?.text ?? "title", in: document)
    let title = named.flatMap { $0.value.text.map(AdoptedFields.isBlank) == false ? $0 : nil }
    anchor = title?.value.span ?? heading?.span ?? .start
    add("kind", kind.name)
    add("id", identifier(&decoding))
    if let title {
      members.append(.init(key: "title", keySpan: title.keySpan, value: title.value))
    } else {
      let words = heading.map(\.text) ?? ""
      add("title", AdoptedFields.isBlank(words) ? AdoptedFields.name(of: document.path) : words)
    }
  }

  /// Reads the mapped fields, then adds defaults for fields that the file does not have.
  mutating func read(_ decoding: inout Decoding) {
    for field in adoption.fields?.members ?? [] where !["kind", "id", "title"].contains(field.key) {
      guard let key = field.value.text, let found = AdoptedFields.value(of: key, in: document),
        !field.key.utf8.starts(with: "approvals.".utf8)
      else { continue }
      take(field.key, found)
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

  private mutating func take(_ field: String, _ found: YAMLNode.Member) {
    let shape = (RecordHead.schema.fields + kind.fields).first { $0.name == field }?.shape ?? .anything
    if shape.isRecords {
      if let value = reference(found.value, field) {
        members.append(.init(key: field, keySpan: found.keySpan, value: value.fitted(to: shape)))
      } else {
        asWritten.append(
          FieldEntry(
            name: field, content: FieldContent(written: found.value), keySpan: found.keySpan, span: found.value.span, inner: nil))
      }
    } else {
      members.append(.init(key: field, keySpan: found.keySpan, value: found.value.fitted(to: shape)))
    }
  }

  /// Returns the value with names replaced by record ids. Returns nil if a name has no id.
  private mutating func reference(_ node: YAMLNode, _ field: String) -> YAMLNode? {
    switch node.content {
    case .scalar(let text, let style):
      if let id = adoption.roles?[text], let target = id.text {
        places[field] = id.span
        return YAMLNode(span: node.span, content: .scalar(target, style))
      }
      return AdoptedFields.looksLikeID(text) ? node : nil
    case .sequence(let items):
      let ids = items.compactMap { reference($0, field) }
      return ids.count == items.count ? YAMLNode(span: node.span, content: .sequence(ids)) : nil
    case .mapping: return node
    }
  }

  /// Makes one approval from the keys mapped to `approvals.by`, `approvals.date` and so on.
  ///
  /// An approval by a role counts. An approval that names a person instead of a role is only displayed.
  private mutating func approve(_ decoding: inout Decoding) {
    var parts: [YAMLNode.Member] = []
    var isByRole = false
    for shape in Approval.schema.fields {
      guard let key = adoption.fields?["approvals.\(shape.name)"]?.text,
        let found = AdoptedFields.value(of: key, in: document)
      else { continue }
      var value = found.value.fitted(to: shape.shape)
      if shape.shape.isRecords, let role = reference(value, "approvals") { (value, isByRole) = (role, true) }
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

  // MARK: The file

  private func identifier(_ decoding: inout Decoding) -> String {
    let own = AdoptedID.make(prefix: kind.prefix, path: document.path)
    guard let key = adoption.fields?["id"]?.text, let found = AdoptedFields.value(of: key, in: document) else { return own }
    guard let text = found.value.text, RecordID.isValid(text) else {
      decoding.report(
        .badID, "\(found.value.described) cannot be an id", found.value.span,
        help: "use ASCII letters, digits and hyphens, a letter first, such as `\(kind.prefix)-001`")
      return own
    }
    return text
  }

  /// The member of the front matter with this key. Nil if the member is missing or its value is empty.
  private static func value(of key: String, in document: DossierMarkup.Document) -> YAMLNode.Member? {
    document.fields?.member(key).flatMap { $0.value.isNull || $0.value.text.map(isBlank) == true ? nil : $0 }
  }

  private static func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }

  /// The file name as words: `AI_risk-method.md` becomes "AI risk method".
  private static func name(of path: SourcePath) -> String {
    let stem = String(path.name.dropLast(path.fileExtension.count + 1))
    let words = String(stem.map { $0 == "_" || $0 == "-" ? " " : $0 })
    return isBlank(words) ? path.name : words
  }

  /// Whether a text looks like `ROL-001`: several parts joined by hyphens, and the last part is a number.
  private static func looksLikeID(_ text: String) -> Bool {
    guard RecordID.isValid(text), let last = text.split(separator: "-").last, text.contains("-") else { return false }
    return last.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
