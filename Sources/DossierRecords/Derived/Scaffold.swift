package import DossierText

/// A new record of a kind, with a comment for every field. Required fields are ready to be filled in; optional fields are
/// commented out.
package struct Scaffold {
  /// The placeholder for the text of the record. The text of a finished record does not contain the placeholder.
  package static let reminder = "What a reader must know about this record, in your own words."

  private let date: CivilDate
  /// Returns the id of an existing record of a kind. Returns nil if there is no such record.
  private let existing: (String) -> String?
  /// The id of a control or clause. This id is the placeholder in each field that refers to a framework item.
  private let item: String
  private let kinds: [RecordKind]

  package init(
    date: CivilDate, kinds: [RecordKind] = RecordKind.all, existing: @escaping (String) -> String? = { _ in nil },
    item: String = "A.6.2.4"
  ) {
    self.date = date
    self.kinds = kinds
    self.existing = existing
    self.item = item
  }

  package func text(of kind: RecordKind, id: String, title: String?) -> String {
    var out = "---\n# \(kind.singular): \(kind.meaning)\n"
    if !kind.clauses.isEmpty { out += "# Covers ISO/IEC 42001 \(kind.clauses.joined(separator: ", ")).\n" }
    out += "kind: \(kind.name)\nid: \(id)\n"
    out += title.map { "title: \(quoted($0))\n" } ?? "title: \"\"  # its name in a few words\n"
    for field in RecordHead.schema.fields where !["kind", "id", "title"].contains(field.name) {
      if kind.requiredCommon.contains(field.name) { out += block(field, required: true) }
    }
    for field in kind.fields where field.isRequired { out += block(field, required: true) }
    out += "#\n# Optional:\n"
    for field in kind.fields where !field.isRequired { out += block(field, required: false) }
    for field in RecordHead.schema.fields
    where !["kind", "id", "title"].contains(field.name) && !kind.requiredCommon.contains(field.name) {
      out += block(field, required: false)
    }
    return out + "---\n\n\(Scaffold.reminder)\n"
  }

  private func block(_ field: FieldShape, required: Bool) -> String {
    var lines = ["# \(field.meaning)" + note(field)]
    lines += value(of: field, indent: 0).map { required ? $0 : "# " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }

  private func note(_ field: FieldShape) -> String {
    switch field.shape {
    case .word(let words), .list(.word(let words)):
      // Do not repeat the words if the meaning contains them all.
      words.allSatisfy { field.meaning.contains($0) } ? "" : " (\(words.joined(separator: ", ")))"
    case .duration, .timestamp, .digest, .file: " (\(field.shape.described))"
    default: ""
    }
  }

  private func value(of field: FieldShape, indent: Int) -> [String] {
    let pad = String(repeating: " ", count: indent)
    if let example = field.example, !field.shape.pointsAtSomething { return ["\(pad)\(field.name): \(example)"] }
    switch field.shape {
    case .mapping(let fields):
      return ["\(pad)\(field.name):"] + fields.filter(\.isRequired).flatMap { value(of: $0, indent: indent + 2) }
        + (fields.contains(where: \.isRequired) ? [] : fields.prefix(1).flatMap { value(of: $0, indent: indent + 2) })
    case .list(.mapping(let fields)):
      let inner = fields.filter(\.isRequired).flatMap { value(of: $0, indent: indent + 4) }
      guard let first = inner.first else { return ["\(pad)\(field.name): []"] }
      return ["\(pad)\(field.name):", "\(pad)  - " + first.drop { $0 == " " }] + inner.dropFirst()
    case .list(let element): return ["\(pad)\(field.name): [\(placeholder(element))]"]
    default: return ["\(pad)\(field.name): \(placeholder(field.shape))"]
    }
  }

  private func placeholder(_ shape: ValueShape) -> String {
    switch shape {
    case .text, .markdown: "\"\""
    case .date: date.description
    case .timestamp: "\(date)T09:00Z"
    case .duration: "P1Y"
    case .boolean: "true"
    case .integer(let range): String(range?.lowerBound ?? 0)
    case .number: "0"
    case .digest: "\"\""
    case .file: "\"\""
    case .word(let words): words.first ?? "\"\""
    case .record(let kinds):
      kinds.lazy.compactMap(existing).first
        ?? kinds.first.flatMap { name in self.kinds.first { $0.name == name } }.map { "\($0.prefix)-001" } ?? "\"\""
    case .item: item
    case .list, .mapping, .anything: "[]"
    }
  }

  private func quoted(_ text: String) -> String { JSON.string(text).compact() }
}

extension ValueShape {
  /// Whether the value refers to a record or a framework item. A scaffold has no fixed examples of these values, because the
  /// target of an example may not exist.
  fileprivate var pointsAtSomething: Bool {
    switch self {
    case .record, .item: true
    case .list(let element): element.pointsAtSomething
    default: false
    }
  }
}
