import DossierMarkup
import DossierText

/// The file format of a catalogue: `kind: catalogue`.
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
    Field("name", \CatalogueFile.name, "the part of its ids before the colon", example: "house-rules"),
    Field("catalogue", \CatalogueFile.catalogue, "a longer name, if the framework has one"),
    Field("title", \CatalogueFile.title, "the name of the framework"),
    Field("short", \CatalogueFile.short, "the usual name; by default `name`", example: "EU AI Act"),
    Field("publisher", \CatalogueFile.publisher, "the publisher"),
    Field("edition", \CatalogueFile.edition, "the edition", example: "\"2025\""),
    Field("note", \CatalogueFile.note, "a note about the edition"),
    Field("sources", \CatalogueFile.sources, "the sources of the data"),
    Field("verified", \CatalogueFile.verified, "what was compared with what, and the result"),
    Field("cautions", \CatalogueFile.cautions, "limits that a reader must know before relying on it"),
    Field("counts", \CatalogueFile.counts, "the number of items of each kind and level"),
    Field("items", \CatalogueFile.items, "clauses, controls, articles and groups, parents first", required: true),
    make: CatalogueFile.init)
}

/// An item in a catalogue file.
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
    Field("id", \ItemFile.id, "the id as in the framework, in quotes", example: "\"4.1\""),
    Field("kind", \ItemFile.kind, "the type of the item; a `group` only contains other items"),
    Field("level", \ItemFile.level, "the framework's own word for the level; by default `kind`"),
    Field("parent", \ItemFile.parent, "the id of the parent item, which must come before this item"),
    Field("title", \ItemFile.title, "a short title"),
    Field("asks", \ItemFile.asks, "what an auditor looks for, in your own words"),
    Field("answered_by", \ItemFile.answeredBy, "record kinds that can cover it", example: "[policy, evidence]"),
    Field("applies_from", \ItemFile.application, "the date from which it applies, or one date for each case"),
    Field("inserted_by", \ItemFile.insertedBy, "the act that added it later"),
    Field("amended_by", \ItemFile.amendedBy, "the act that changed it"),
    Field("requirement", \ItemFile.requirement, "how binding it is, in the framework's own words"),
    Field("note", \ItemFile.note, "a note"),
    Field("tags", \ItemFile.tags, "keywords for the search"),
    Field("labels", \ItemFile.labels, "other spellings of the id", example: "[\"AC-2(1)\"]"),
    Field("withdrawn", \ItemFile.withdrawn, "for a withdrawn item, its replacement; records do not need to cover it"),
    make: ItemFile.init)

  /// Decodes one item. Diagnostics name the item by its id.
  static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> ItemFile? {
    let whole = decoding.subject
    let before = node.member("id")?.value.text.map { decoding.speakHere(of: "item \($0.prefix(60)) of \(whole)") }
    defer { if let before { decoding.speak(of: before) } }
    return schema.decode(node, &decoding)
  }

  func item(under parent: String?) -> Catalogue.Item {
    Catalogue.Item(
      id: id.text, kind: kind, level: level ?? kind.rawValue, parent: parent, title: title, asks: asks,
      answeredBy: answeredBy.map(\.text), application: application, insertedBy: insertedBy, amendedBy: amendedBy,
      requirement: requirement, note: note, tags: tags, labels: labels.map(\.text), withdrawn: withdrawn)
  }
}

/// How many items of each kind and of each level the file declares.
struct Counts: MappingValue {
  let kind: Tally?
  let level: Tally?

  static let schema = Schema(
    Field("kind", \Counts.kind, "the number of items of each kind", example: "{clause: 3, control: 12}"),
    Field("level", \Counts.level, "the number of items of each level"),
    make: Counts.init)
}

/// The numbers of items that a catalogue file declares, by kind or by level. Each `word` is a kind or a level.
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
