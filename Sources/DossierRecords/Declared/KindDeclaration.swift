package import DossierMarkup
import DossierText

/// A record kind that an organisation declares as data.
package struct KindDeclaration: MappingValue {
  package let name: Placed<String>
  package let prefix: Placed<String>
  package let singular: String?
  package let plural: Placed<String>?
  package let meaning: String
  package let section: SectionName?
  package let clauses: [Placed<String>]
  package let columns: [Placed<String>]
  package let requires: [Placed<String>]
  package let nature: KindTraits.Nature?
  package let date: Placed<String>?
  package let flags: [KindTraits.Flag]?
  package let endedBy: EndingDeclaration?
  package let signedBy: SignatureDeclaration?
  package let audience: RecordHead.Audience?
  package let mainReader: KindTraits.Reader?
  package let fields: [FieldDeclaration]

  package static let schema = Schema(
    Field("name", \KindDeclaration.name, "the value of `kind:`, in lower case with hyphens", example: "drone"),
    Field("prefix", \KindDeclaration.prefix, "the start of its ids, in capitals", example: "DRN"),
    Field("singular", \KindDeclaration.singular, "the name of one record for readers; by default `name`", example: "Drone"),
    Field("plural", \KindDeclaration.plural, "the name of several records for readers", example: "Drones"),
    Field("meaning", \KindDeclaration.meaning, "the purpose of such a record, in one sentence"),
    Field("section", \KindDeclaration.section, "the section of its register on the site; by default `operation`"),
    Field("clauses", \KindDeclaration.clauses, "the clauses and controls of ISO/IEC 42001 that it covers", example: "[A.4.2]"),
    Field("columns", \KindDeclaration.columns, "the fields shown in its register; by default the first four"),
    Field("requires", \KindDeclaration.requires, "common fields that it requires", example: "[owner]"),
    Field(
      "nature", \KindDeclaration.nature,
      "whether a record says what happened (`event`) or what is true now (`document`); `event` if the kind has a date"),
    Field(
      "date", \KindDeclaration.date,
      "the field with the day on which it happened or takes effect; `date` if not written", example: "flown_on"),
    Field("traits", \KindDeclaration.flags, "what else is true of every such record", example: "[observes, follow-up]"),
    Field("ended_by", \KindDeclaration.endedBy, "the word in a field that ends a record, whatever its status"),
    Field("signed_by", \KindDeclaration.signedBy, "the fields that record who signed for it, besides `approvals`"),
    Field(
      "audience", \KindDeclaration.audience, "who may see a record that does not state an audience; `auditor` if not written"),
    Field("reader", \KindDeclaration.mainReader, "the reader for whom the home page links its register; none if not written"),
    Field("fields", \KindDeclaration.fields, "its own fields", required: true),
    make: KindDeclaration.init)

  /// The sections of the site's navigation.
  package enum SectionName: String, Vocabulary {
    case governance, systems, risk, assurance, operation, improvement

    var section: RecordKind.Section {
      switch self {
      case .governance: .governance
      case .systems: .systems
      case .risk: .risk
      case .assurance: .assurance
      case .operation: .operation
      case .improvement: .improvement
      }
    }
  }
}

/// A field of a declared kind.
package struct FieldDeclaration: MappingValue {
  package let name: Placed<String>
  package let type: Placed<FieldType>
  package let required: Bool?
  package let words: [String]
  package let kinds: [Placed<String>]
  package let meaning: String
  package let example: String?

  package static let schema = Schema(
    Field("name", \FieldDeclaration.name, "the key, in lower case with underscores", example: "serial_number"),
    Field("type", \FieldDeclaration.type, "the type of its value, optionally after `list of`"),
    Field("required", \FieldDeclaration.required, "whether a record must have it"),
    Field("words", \FieldDeclaration.words, "the allowed words of a field of type `word`", example: "[low, high]"),
    Field("kinds", \FieldDeclaration.kinds, "the kinds that a field of type `record` may refer to; by default all"),
    Field("meaning", \FieldDeclaration.meaning, "its meaning, in one line"),
    Field("example", \FieldDeclaration.example, "an example value"),
    make: FieldDeclaration.init)

  /// The shape of the values of this field.
  var shape: ValueShape {
    let element: ValueShape =
      switch type.value.element {
      case .text: .text
      case .prose: .markdown
      case .date: .date
      case .timestamp: .timestamp
      case .duration: .duration
      case .boolean: .boolean
      case .integer: .integer(nil)
      case .number: .number
      case .word: .word(words)
      case .record: .record(kinds.map(\.value))
      case .item: .item
      case .file: .file
      case .digest: .digest
      }
    return type.value.isList ? .list(element) : element
  }
}

/// The type of a declared field: `date`, or `list of date`.
package struct FieldType: FieldValue {
  package let element: Element
  package let isList: Bool

  package enum Element: String, Sendable, CaseIterable {
    case text, prose, date, timestamp, duration, boolean, integer, number, word, record, item, file, digest
  }

  package static var shape: ValueShape { .word(Element.allCases.map(\.rawValue)) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> FieldType? {
    guard let text = decoding.scalar(node, shape) else { return nil }
    let list = "list of "
    let isList = text.utf8.starts(with: list.utf8)
    if let element = Element(rawValue: isList ? String(text.dropFirst(list.count)) : text) {
      return FieldType(element: element, isList: isList)
    }
    let names = Element.allCases.map(\.rawValue)
    decoding.unknownWord(text, node, names + names.map { list + $0 }, named: names)
    return nil
  }

  package var content: FieldContent? { .word((isList ? "list of " : "") + element.rawValue) }
}
