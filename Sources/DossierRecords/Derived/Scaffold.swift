package import DossierText

/// A new record of a kind, with a comment for every field: what is required stands there to be filled in, the rest is commented out.
package enum Scaffold {
  /// `owner` is the id of a role to put where one is required, when the dossier has one.
  package static func text(of kind: RecordKind, id: String, title: String?, date: CivilDate) -> String {
    var out = "---\n# \(kind.singular): \(kind.meaning)\n"
    if !kind.clauses.isEmpty { out += "# Answers ISO/IEC 42001 \(kind.clauses.joined(separator: ", ")).\n" }
    out += "kind: \(kind.name)\nid: \(id)\n"
    out += title.map { "title: \(quoted($0))\n" } ?? "title: \"\"  # its name in a few words\n"
    for field in RecordHead.schema.fields where !["kind", "id", "title"].contains(field.name) {
      if kind.requiredCommon.contains(field.name) { out += block(field, required: true, date) }
    }
    for field in kind.fields where field.isRequired { out += block(field, required: true, date) }
    out += "#\n# Optional:\n"
    for field in kind.fields where !field.isRequired { out += block(field, required: false, date) }
    for field in RecordHead.schema.fields
    where !["kind", "id", "title"].contains(field.name) && !kind.requiredCommon.contains(field.name) {
      out += block(field, required: false, date)
    }
    return out + "---\n\nWhat a reader must know of it, in your own words.\n"
  }

  private static func block(_ field: FieldShape, required: Bool, _ date: CivilDate) -> String {
    var lines = ["# \(field.meaning)" + note(field.shape)]
    lines += value(of: field, indent: 0, date).map { required ? $0 : "# " + $0 }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func note(_ shape: ValueShape) -> String {
    switch shape {
    case .word(let words): " (\(words.joined(separator: ", ")))"
    case .list(.word(let words)): " (\(words.joined(separator: ", ")))"
    case .duration, .timestamp, .digest, .file: " (\(shape.described))"
    default: ""
    }
  }

  private static func value(of field: FieldShape, indent: Int, _ date: CivilDate) -> [String] {
    let pad = String(repeating: " ", count: indent)
    if let example = field.example { return ["\(pad)\(field.name): \(example)"] }
    switch field.shape {
    case .mapping(let fields):
      return ["\(pad)\(field.name):"] + fields.filter(\.isRequired).flatMap { value(of: $0, indent: indent + 2, date) }
        + (fields.contains(where: \.isRequired) ? [] : fields.prefix(1).flatMap { value(of: $0, indent: indent + 2, date) })
    case .list(.mapping(let fields)):
      let inner = fields.filter(\.isRequired).flatMap { value(of: $0, indent: indent + 4, date) }
      guard let first = inner.first else { return ["\(pad)\(field.name): []"] }
      return ["\(pad)\(field.name):", "\(pad)  - " + first.drop { $0 == " " }] + inner.dropFirst()
    case .list(let element): return ["\(pad)\(field.name): [\(placeholder(element, date))]"]
    default: return ["\(pad)\(field.name): \(placeholder(field.shape, date))"]
    }
  }

  private static func placeholder(_ shape: ValueShape, _ date: CivilDate) -> String {
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
      kinds.first.flatMap { name in RecordKind.all.first { $0.name == name } }.map { "\($0.prefix)-001" } ?? "\"\""
    case .item: "A.6.2.4"
    case .list, .mapping, .anything: "[]"
    }
  }

  private static func quoted(_ text: String) -> String { JSON.string(text).compact() }
}
