import DossierMarkup
import DossierText

/// A catalogue as it is written in a file: `kind: catalogue`.
struct CatalogueFile: Sendable {
  let kind: String
  let name: Located
  let catalogue: String?
  let title: String
  let short: String?
  let publisher: String
  let edition: String
  let note: String?
  let sources: [CatalogueSource]
  let verified: String?
  let cautions: [String]
  let counts: Counts?
  let items: [ItemFile]

  static let schema = Schema(
    Field("kind", \CatalogueFile.kind, "`catalogue`"),
    Field("name", \CatalogueFile.name, "what stands before the colon of its ids", example: "house-rules"),
    Field("catalogue", \CatalogueFile.catalogue, "a longer name, where the framework has one"),
    Field("title", \CatalogueFile.title, "the name of the framework"),
    Field("short", \CatalogueFile.short, "what people call it; its name when not written", example: "EU AI Act"),
    Field("publisher", \CatalogueFile.publisher, "who publishes it"),
    Field("edition", \CatalogueFile.edition, "which edition", example: "\"2025\""),
    Field("note", \CatalogueFile.note, "a remark on the edition"),
    Field("sources", \CatalogueFile.sources, "what it was made from"),
    Field("verified", \CatalogueFile.verified, "what was compared with what, and with which result"),
    Field("cautions", \CatalogueFile.cautions, "what a reader must know before relying on it"),
    Field("counts", \CatalogueFile.counts, "how many items of each kind and level there must be"),
    Field("items", \CatalogueFile.items, "clauses, controls, articles and groups of them, parents first", required: true),
    make: CatalogueFile.init)
}

/// One item of a catalogue file.
struct ItemFile: MappingValue {
  let id: Located
  let kind: Catalogue.Kind
  let level: String?
  let parent: Located?
  let title: String
  let asks: String?
  let answeredBy: [Located]
  let application: Application?
  let insertedBy: String?
  let amendedBy: String?
  let requirement: String?
  let note: String?
  let tags: [String]
  let labels: [Located]
  let withdrawn: String?

  static let schema = Schema(
    Field("id", \ItemFile.id, "as the framework writes it, in quotes", example: "\"4.1\""),
    Field("kind", \ItemFile.kind, "what it is; a `group` is only there to hold others"),
    Field("level", \ItemFile.level, "the framework's own word for it; its kind when not written"),
    Field("parent", \ItemFile.parent, "id of the item that holds it, which stands before it"),
    Field("title", \ItemFile.title, "a short title"),
    Field("asks", \ItemFile.asks, "what an auditor looks for there, in your own words"),
    Field("answered_by", \ItemFile.answeredBy, "kinds of record that answer it", example: "[policy, evidence]"),
    Field("applies_from", \ItemFile.application, "the day from which it applies, or one for each case"),
    Field("inserted_by", \ItemFile.insertedBy, "the act that put it in later"),
    Field("amended_by", \ItemFile.amendedBy, "the act that changed it"),
    Field("requirement", \ItemFile.requirement, "how binding it is, in the framework's own word"),
    Field("note", \ItemFile.note, "a remark"),
    Field("tags", \ItemFile.tags, "words to find it by"),
    Field("labels", \ItemFile.labels, "other ways in which the id is written", example: "[\"AC-2(1)\"]"),
    Field("withdrawn", \ItemFile.withdrawn, "where it went, when only its number is left: nothing has to answer it"),
    make: ItemFile.init)

  /// Messages name the item by its id.
  static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> ItemFile? {
    let whole = decoding.subject
    let before = node.member("id")?.value.text.map { decoding.speakHere(of: "item \($0.prefix(60)) of \(whole)") }
    defer { if let before { decoding.speak(of: before) } }
    var entries: [FieldEntry] = []
    return schema.decode(node, &decoding, entries: &entries)
  }

  func item(under parent: String?) -> Catalogue.Item {
    Catalogue.Item(
      id: id.text, kind: kind, level: level ?? kind.rawValue, parent: parent, title: title, asks: asks,
      answeredBy: answeredBy.map(\.text), application: application, insertedBy: insertedBy, amendedBy: amendedBy,
      requirement: requirement, note: note, tags: tags, labels: labels.map(\.text), withdrawn: withdrawn)
  }
}

/// How many items of each kind and level a catalogue says it has.
struct Counts: MappingValue {
  let kind: Tally?
  let level: Tally?

  static let schema = Schema(
    Field("kind", \Counts.kind, "how many of each kind", example: "{clause: 3, control: 12}"),
    Field("level", \Counts.level, "how many of each level"),
    make: Counts.init)
}

/// Words, each with a number.
struct Tally: FieldValue {
  let counts: [Count]

  struct Count: Hashable {
    let word: String
    let number: Int
    let span: Span
  }

  static var shape: ValueShape { .mapping([]) }

  static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Tally? {
    guard let members = node.members else {
      decoding.wrongType(node, shape)
      return nil
    }
    return Tally(
      counts: members.compactMap { member in
        decoding.enter(member.key)
        defer { decoding.leave() }
        return Int.decode(member.value, &decoding).map { Count(word: member.key, number: $0, span: member.value.span) }
      })
  }

  var content: FieldContent? {
    .mapping(counts.map { FieldContent.Member(name: $0.word, content: .integer($0.number)) })
  }
}
