package import DossierText

extension Entry {
  /// All values of a field. A path with dots (`acceptance.until`) selects a part of a field. Each item of a list is one value.
  ///
  /// If `status` or `audience` is missing, returns the default value of that field.
  package func values(of path: String) -> [FieldContent] {
    // Most paths have one part.
    let parts = path.utf8.contains(UInt8(ascii: ".")) ? path.split(separator: ".").map(String.init) : path.isEmpty ? [] : [path]
    guard let first = parts.first else { return [] }
    if path == "status", field(path) == nil { return [.word(RecordHead.Status.active.rawValue)] }
    if path == "audience", field(path) == nil { return [.word(kind.traits.audience.rawValue)] }
    var found = field(first).map { [$0.content] } ?? extras.filter { $0.name == first }.map { $0.content }
    for part in parts.dropFirst() {
      found = found.flatMap { $0.items }.flatMap { content -> [FieldContent] in
        if case .mapping(let members) = content { members.filter { $0.name == part }.map { $0.content } } else { [] }
      }
    }
    return found.flatMap { $0.items }
  }
}

extension FieldContent {
  /// The items of a list; the items of nested lists are included. For any other value, an array with only this value.
  fileprivate var items: [FieldContent] {
    if case .list(let items) = self { items.flatMap(\.items) } else { [self] }
  }

  /// The value as written in YAML, for values on one line.
  package var written: String {
    if case .boolean(let value) = self { value ? "true" : "false" } else { plain }
  }

  /// The date, or the date of a timestamp.
  package var day: CivilDate? {
    switch self {
    case .date(let day): day
    case .timestamp(let moment): moment.date
    // The organisation's own fields have no type, so a date in such a field is a text.
    case .text(let text): CivilDate(text)
    default: nil
    }
  }

  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value.value
    case .text(let text): Decimal(text)?.value
    default: nil
    }
  }
}
