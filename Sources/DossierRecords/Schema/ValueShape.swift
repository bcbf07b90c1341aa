/// The type of a field as data. JSON Schema, scaffolds, reference pages and completion are derived from it.
package indirect enum ValueShape: Sendable, Hashable {
  case text
  case markdown
  case date
  case timestamp
  case duration
  case boolean
  case integer(ClosedRange<Int>?)
  case number
  /// The 64 hexadecimal digits of a SHA-256.
  case digest
  /// A file in the workspace, relative to the file that refers to it.
  case file
  case word([String])
  /// A reference to a record of one of these kinds. If the list is empty, the record can be of any kind.
  case record([String])
  /// A reference to a control, clause or article of a catalogue.
  case item
  case list(ValueShape)
  case mapping([FieldShape])
  /// Any value.
  case anything

  /// A description for messages and reference pages: "a date (`YYYY-MM-DD`)".
  package var described: String {
    switch self {
    case .text: "text"
    case .markdown: "Markdown text"
    case .date: "a date (`YYYY-MM-DD`)"
    case .timestamp: "a date and time with zone (`2026-03-31T14:05Z`)"
    case .duration: "a duration (`P1Y`, `P6M`, `90 days`)"
    case .boolean: "`true` or `false`"
    case .integer(let range): range.map { "a whole number from \($0.lowerBound) to \($0.upperBound)" } ?? "a whole number"
    case .number: "a number"
    case .digest: "a SHA-256 (64 hexadecimal digits)"
    case .file: "the path of a file"
    case .word(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .record(let kinds):
      kinds.isEmpty ? "the id of a record" : "the id of a record of kind " + kinds.joined(separator: " or ")
    case .item: "a control or clause (`A.6.2.4`, `6.1.2`, `eu-ai-act:Art. 14`)"
    case .list(let element): "a list of " + element.plural
    case .mapping: "a mapping"
    case .anything: "anything"
    }
  }

  /// The description of several values of this shape, for lists.
  private var plural: String {
    switch self {
    case .text, .markdown: "texts"
    case .record(let kinds): kinds.isEmpty ? "record ids" : "ids of records of kind " + kinds.joined(separator: " or ")
    case .item: "controls or clauses"
    case .word(let words): "words out of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .mapping: "mappings"
    default: described
    }
  }
}

/// A field of a kind or of a mapping, as data.
package struct FieldShape: Sendable, Hashable {
  /// The YAML key.
  package let name: String
  package let shape: ValueShape
  package let isRequired: Bool
  /// The meaning of the field, in one line.
  package let meaning: String
  /// An example of the value in YAML. Nil for a field that needs no example.
  package let example: String?

  /// The key as a label for readers: "Risk class" for `risk_class`.
  package var label: String { FieldShape.label(of: name) }

  package static func label(of name: String) -> String {
    let words = name.utf8.map { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
    let text = String(decoding: words, as: UTF8.self)
    switch text {
    case "id": return "Id"
    case "lifecycle": return "Life cycle"
    case "sha256": return "SHA-256"
    case "ssh keys": return "SSH keys"
    default: return text.prefix(1).uppercased() + text.dropFirst()
    }
  }
}
