import DossierMarkup
package import DossierText

extension RuleID {
  package static let badDeclaration = RuleID("bad-declaration")
}

/// The record kinds of a workspace: the built-in kinds and the valid declared kinds.
struct DeclaredKinds {
  /// The built-in kinds, then the declared kinds in the order of their declarations.
  private(set) var all: [RecordKind] = RecordKind.all
  /// The names of kinds with an invalid declaration.
  private(set) var unread: Set<String> = []

  /// `declarations` contains only the declarations that could be decoded. `node` is the YAML list of all declarations. It gives
  /// the names of the other declarations.
  init(_ declarations: [KindDeclaration], _ node: YAMLNode?, _ decoding: inout Decoding) {
    var nodes: [YAMLNode] = []
    if case .sequence(let items)? = node?.content { nodes = items }
    let known = Set(RecordKind.all.map(\.name) + declarations.map(\.name.value))
    var taken = TakenNames()
    for declaration in declarations {
      guard taken.take(declaration, &decoding) else { continue }
      let written = nodes.first { $0.member("name")?.value.span == declaration.name.span }
      all.append(DeclaredKinds.kind(declaration, written, known, &decoding))
    }
    let made = Set(all.map(\.name))
    unread = Set(nodes.compactMap { $0.member("name")?.value.text }).subtracting(made)
  }

  private static func kind(
    _ declaration: KindDeclaration, _ written: YAMLNode?, _ known: Set<String>, _ decoding: inout Decoding
  ) -> RecordKind {
    var fields: [FieldShape] = []
    var places: [String: Span] = [:]
    for field in declaration.fields where isUsable(field, declaration, &places, known, &decoding) {
      fields.append(
        FieldShape(
          name: field.name.value, shape: field.shape, isRequired: field.required ?? false, meaning: field.meaning,
          example: field.example))
    }
    // Fields with an invalid declaration are accepted in records, so that one mistake causes only one message.
    if case .sequence(let items)? = written?.member("fields")?.value.content {
      for name in items.compactMap({ $0.member("name")?.value.text })
      where !fields.contains(where: { $0.name == name }) && !isReserved(name) {
        fields.append(FieldShape(name: name, shape: .anything, isRequired: false, meaning: "", example: nil))
      }
    }
    let common = RecordHead.schema.fields.map(\.name).filter { !["kind", "id", "title"].contains($0) }
    let columns = decoding.known(declaration.columns, among: fields.map(\.name), "a field of \(declaration.name.value)")
    let requires = decoding.known(declaration.requires, among: common, "a common field")
    let singular = declaration.singular ?? FieldShape.label(of: declaration.name.value)
    return RecordKind(
      declared: declaration.name.value, prefix: declaration.prefix.value, singular: singular,
      plural: declaration.plural?.value ?? singular + "s", meaning: declaration.meaning,
      clauses: declaration.clauses.isEmpty
        ? [] : decoding.known(declaration.clauses, among: standardItems, "a clause or control of ISO/IEC 42001"),
      section: (declaration.section ?? .operation).section, requires: requires,
      columns: declaration.columns.isEmpty ? fields.prefix(4).map(\.name) : columns,
      traits: declaration.traits(fields, &decoding), fields: fields)
  }

  static var standardItems: [String] {
    do throws(CatalogueLibrary.Failure) {
      return try CatalogueLibrary.load(CatalogueLibrary.defaultName)?.items.map(\.id) ?? []
    } catch {
      // No error is reported here. If the catalogue is broken, the program ends with an error when it loads the catalogues of
      // the workspace.
      return []
    }
  }

  /// Whether the name is a common field or the text of a record in a register.
  private static func isReserved(_ name: String) -> Bool {
    name == "text" || RecordHead.schema.fields.contains { $0.name == name }
  }

  private static func isUsable(
    _ field: FieldDeclaration, _ kind: KindDeclaration, _ places: inout [String: Span], _ known: Set<String>,
    _ decoding: inout Decoding
  ) -> Bool {
    let name = field.name
    guard name.value.isKey(joinedBy: "_") else {
      decoding.reject(
        name, "`\(name.value.prefix(60))` cannot be the name of a field",
        help: "use lower-case words with underscores between them")
      return false
    }
    if isReserved(name.value) {
      decoding.reject(
        name, "every record has a field `\(name.value)` already", help: "remove the declaration, or choose another name")
      return false
    }
    if let first = places[name.value] {
      decoding.reject(
        name, "the kind \(kind.name.value) has two fields `\(name.value)`", first: first, help: "remove one of the two")
      return false
    }
    places[name.value] = name.span
    if field.type.value.element == .word, field.words.isEmpty {
      decoding.reject(
        field.type, "the field `\(name.value)` has the type `word`, but no `words`",
        help: "add `words:` with the allowed words")
    } else if field.type.value.element != .word, !field.words.isEmpty {
      decoding.reject(
        field.type, "the field `\(name.value)` has words, but is not of type `word`",
        help: "write `type: word`, or remove `words`")
    }
    if field.type.value.element != .record, !field.kinds.isEmpty {
      decoding.reject(
        field.type, "the field `\(name.value)` has kinds, but is not of type `record`",
        help: "write `type: record`, or remove `kinds`")
    }
    for kind in field.kinds where !known.contains(kind.value) { decoding.unknownKind(kind, among: known.sorted()) }
    return true
  }
}
