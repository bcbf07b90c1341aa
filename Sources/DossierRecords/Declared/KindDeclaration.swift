package import DossierMarkup
import DossierText

/// A kind of record that an organisation declares as data.
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
    Field("name", \KindDeclaration.name, "what stands after `kind:`: lower case with hyphens", example: "drone"),
    Field("prefix", \KindDeclaration.prefix, "what its ids begin with, in capitals", example: "DRN"),
    Field("singular", \KindDeclaration.singular, "what readers call one; the name when not written", example: "Drone"),
    Field("plural", \KindDeclaration.plural, "what readers call many", example: "Drones"),
    Field("meaning", \KindDeclaration.meaning, "what such a record is for, in a sentence"),
    Field("section", \KindDeclaration.section, "where its register stands in the site; `operation` when not written"),
    Field("clauses", \KindDeclaration.clauses, "the clauses and controls of ISO/IEC 42001 it answers", example: "[A.4.2]"),
    Field("columns", \KindDeclaration.columns, "the fields its register shows; the first four when not written"),
    Field("requires", \KindDeclaration.requires, "common fields it cannot do without", example: "[owner]"),
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

  /// The parts of the site's navigation.
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
    Field("name", \FieldDeclaration.name, "its key: lower case with underscores", example: "serial_number"),
    Field("type", \FieldDeclaration.type, "what it holds; `list of` may stand before"),
    Field("required", \FieldDeclaration.required, "whether a record cannot do without it"),
    Field("words", \FieldDeclaration.words, "the words a field of type `word` may hold", example: "[low, high]"),
    Field("kinds", \FieldDeclaration.kinds, "the kinds a field of type `record` may name; any when not written"),
    Field("meaning", \FieldDeclaration.meaning, "what it says, in a line"),
    Field("example", \FieldDeclaration.example, "a value as it would be written"),
    make: FieldDeclaration.init)

  /// What it holds.
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

/// What a declared field holds: `date`, or `list of date`.
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
