package import DossierMarkup
package import DossierText

/// The value of a field in a form that can be shown, compared and written out without knowing its kind.
package indirect enum FieldContent: Sendable, Hashable {
  case text(String)
  case markdown(MarkupTree)
  case date(CivilDate)
  case timestamp(Timestamp)
  case duration(CalendarDuration)
  case boolean(Bool)
  case integer(Int)
  case number(Decimal)
  case digest(Digest)
  case file(String)
  case word(String)
  case record(String)
  case item(String)
  case list([FieldContent])
  case mapping([Member])

  package struct Member: Sendable, Hashable {
    package let name: String
    package let content: FieldContent

    package init(name: String, content: FieldContent) {
      self.name = name
      self.content = content
    }
  }

  /// As JSON, for canonical bytes and exports. Markdown is left to its source.
  package var json: JSON {
    switch self {
    case .text(let text), .file(let text), .word(let text), .record(let text), .item(let text): .string(text)
    case .markdown(let tree): .string(tree.plainText(of: 0))
    case .date(let date): .string(date.description)
    case .timestamp(let moment): .string(moment.description)
    case .duration(let duration): .string(duration.description)
    case .boolean(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value.description)
    case .digest(let digest): .string(digest.description)
    case .list(let items): .array(items.map(\.json))
    case .mapping(let members): .object(members.map { JSON.Member($0.name, $0.content.json) })
    }
  }

  /// The words of it on one line, for tables and messages.
  package var plain: String {
    switch self {
    case .text(let text), .file(let text), .word(let text), .record(let text), .item(let text): text
    case .markdown(let tree): tree.plainText(of: 0)
    case .date(let date): date.description
    case .timestamp(let moment): moment.description
    case .duration(let duration): duration.description
    case .boolean(let value): value ? "yes" : "no"
    case .integer(let value): String(value)
    case .number(let value): value.description
    case .digest(let digest): digest.description
    case .list(let items): items.map(\.plain).joined(separator: ", ")
    case .mapping(let members): members.map { "\(FieldShape.label(of: $0.name)): \($0.content.plain)" }.joined(separator: "; ")
    }
  }
}
