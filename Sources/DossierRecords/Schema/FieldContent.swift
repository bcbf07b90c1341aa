package import DossierMarkup
package import DossierText

/// The value of a field as data. Code can display, compare and export the value without knowing the kind of the record.
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

  /// The value as JSON for exports. Markdown is exported as plain text.
  package var json: JSON { json { .string($0.plainText(of: 0)) } }

  /// The value as JSON for digests. Markdown is replaced by the digest of its canonical bytes, which include structure and link
  /// addresses.
  package var canonical: JSON { json { .string(Digest(of: $0.canonical).description) } }

  private func json(_ markdown: (MarkupTree) -> JSON) -> JSON {
    switch self {
    case .text(let text), .file(let text), .word(let text), .record(let text), .item(let text): .string(text)
    case .markdown(let tree): markdown(tree)
    case .date(let date): .string(date.description)
    case .timestamp(let moment): .string(moment.description)
    case .duration(let duration): .string(duration.description)
    case .boolean(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value.description)
    case .digest(let digest): .string(digest.description)
    case .list(let items): .array(items.map { $0.json(markdown) })
    case .mapping(let members): .object(members.map { JSON.Member($0.name, $0.content.json(markdown)) })
    }
  }

  /// The plain text on one line, for tables and messages.
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
