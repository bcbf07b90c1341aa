package import DossierText

extension Entry {
  /// Everything a field says, by its name or with dots before its parts (`acceptance.until`): the items of lists one by one.
  ///
  /// `status` and `audience` have their default values when they are not written.
  package func values(of path: String) -> [FieldContent] {
    let parts = path.split(separator: ".").map(String.init)
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
  /// The items of a list, and of lists in it; anything else is its only item.
  fileprivate var items: [FieldContent] {
    if case .list(let items) = self { items.flatMap(\.items) } else { [self] }
  }

  /// As it would be written in YAML, for what is one line.
  package var written: String {
    if case .boolean(let value) = self { value ? "true" : "false" } else { plain }
  }

  /// The day it says, or the day of its moment.
  package var day: CivilDate? {
    switch self {
    case .date(let day): day
    case .timestamp(let moment): moment.date
    // A field of the organisation's own has no type.
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
