import DossierMarkup
import DossierText

extension CheckDeclaration {
  /// Checks that the kinds, fields and words in declared rules exist and that the comparisons are possible.
  static func check(_ declarations: [CheckDeclaration], _ kinds: DeclaredKinds, _ decoding: inout Decoding) {
    var places: [String: Span] = [:]
    for declaration in declarations {
      let id = declaration.id
      if !id.value.utf8.starts(with: "x-".utf8) || !id.value.isKey(joinedBy: "-") {
        decoding.reject(
          id, "`\(id.value.prefix(60))` cannot be the id of a rule of your own",
          help: "write `x-` and lower-case words with hyphens between them")
      } else if let first = places[id.value] {
        decoding.reject(
          id, "the rule `\(id.value)` is declared twice", first: first, help: "choose another id, or remove one of the two")
      }
      places[id.value] = places[id.value] ?? id.span
      let items = declaration.clauses.isEmpty ? [] : DeclaredKinds.standardItems
      _ = decoding.known(declaration.clauses, among: items, "a clause or control of ISO/IEC 42001")
      declaration.check(kinds, &decoding)
    }
  }

  private func check(_ kinds: DeclaredKinds, _ decoding: inout Decoding) {
    let own = CheckDeclaration.kind(kind, kinds, &decoding)
    for condition in conditions { condition.check(own, &decoding) }
    for requirement in requires {
      switch requirement.value {
      case .field(let condition): condition.check(own, &decoding)
      case .links(let links):
        if let other = links.incoming, links.outgoing != nil {
          decoding.reject(other, "a requirement has both `incoming` and `outgoing`", help: "write two requirements")
        }
        if let number = links.atLeast, number < 1, let other = links.kind {
          decoding.reject(other, "a minimum of \(number) records is always reached", help: "write `at_least: 1` or more")
        }
        let other = links.kind.flatMap { CheckDeclaration.kind($0, kinds, &decoding) }
        for condition in links.conditions { condition.check(other, &decoding) }
      }
    }
  }

  private static func kind(_ name: Placed<String>, _ kinds: DeclaredKinds, _ decoding: inout Decoding) -> RecordKind? {
    if let kind = kinds.all.first(where: { $0.name == name.value }) { return kind }
    if !kinds.unread.contains(name.value) { decoding.unknownKind(name, among: kinds.all.map(\.name).sorted()) }
    return nil
  }
}

extension Condition {
  /// Checks the field and the comparisons of the condition. If the kind does not exist, `kind` is nil and nothing is checked.
  fileprivate func check(_ kind: RecordKind?, _ decoding: inout Decoding) {
    guard let kind, !field.value.utf8.starts(with: "x-".utf8) else { return }
    guard let shape = kind.shape(of: field, &decoding) else { return }
    for value in [value].compactMap({ $0 }) + words { compare(value, shape, &decoding) }
    let comparesDate = before != nil || after != nil || within != nil || olderThan != nil
    if comparesDate, ![.date, .timestamp, .anything].contains(shape) {
      decoding.reject(field, "`\(field.value)` of \(kind.name) is not a date", help: "compare a field that contains a date")
    }
    if minimum != nil || maximum != nil, !shape.isNumeric {
      decoding.reject(field, "`\(field.value)` of \(kind.name) is not a number", help: "compare a field that contains a number")
    }
  }

  private func compare(_ value: Placed<String>, _ shape: ValueShape, _ decoding: inout Decoding) {
    let node = YAMLNode(span: value.span, content: .scalar(value.value, .plain))
    switch shape {
    case .word, .date, .boolean, .integer, .number, .duration, .timestamp:
      var trial = Decoding(source: decoding.source, subject: "a value of `\(field.value)`")
      _ = shape.decode(node, &trial)
      decoding.add(trial.diagnostics)
    case .markdown, .mapping:
      decoding.reject(
        field, "`\(field.value)` cannot be compared with a word", help: "check only its `state`, or compare a part of it")
    default: break
    }
  }
}

extension RecordKind {
  /// The shape of a field, or of a part of a field, such as `acceptance.until`. For a list, the shape of its items.
  ///
  /// If the field does not exist, reports the problem and returns nil.
  fileprivate func shape(of field: Placed<String>, _ decoding: inout Decoding) -> ValueShape? {
    var fields = RecordHead.schema.fields + self.fields
    var shape = ValueShape.anything
    let parts = field.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for (i, part) in parts.enumerated() {
      guard let found = fields.first(where: { $0.name == part }) else {
        let meant = Suggestion.meant(by: part, among: fields.map(\.name), joinedBy: "_")
          .map { (parts[..<i] + [$0] + parts[(i + 1)...]).joined(separator: ".") }
        decoding.report(
          .unknownKey, "\(name) has no field `\(field.value.prefix(60))`", field.span,
          label: meant.map { "did you mean `\($0)`?" } ?? "", help: "list its fields with `dossier schema \(name)`",
          fixes: meant.map { [.init(decoding.source.path, field.span, field.value, to: $0)] } ?? [])
        return nil
      }
      shape = found.shape
      while case .list(let element) = shape { shape = element }
      if case .mapping(let inner) = shape { fields = inner } else { fields = [] }
    }
    return shape
  }
}

extension ValueShape {
  fileprivate var isNumeric: Bool {
    switch self {
    case .integer, .number, .anything: true
    default: false
    }
  }
}
