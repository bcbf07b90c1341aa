package import DossierText

/// A framework as data: the ids, short titles and hierarchy of its clauses, controls or articles.
///
/// Ids are unique, and a parent comes before its children.
package struct Catalogue: Sendable {
  /// The part of a canonical id before the colon: `iso42001`.
  package let name: String
  package let title: String
  /// The usual name: `EU AI Act`.
  package let short: String
  package let publisher: String
  package let edition: String
  package let note: String?
  package let provenance: Provenance
  /// The file that contains the catalogue. Nil for an embedded catalogue.
  package let path: SourcePath?
  /// The span of the catalogue name in the file.
  package let nameSpan: Span
  package let items: [Item]
  /// How many items of each kind and level the catalogue file declares.
  package let asserted: [AssertedCount]
  private let index: [String: Int]
  /// For each parent id, the positions of its child items. The key nil has the positions of the items without a parent.
  private let parts: [String?: [Int]]
  /// The positions of the items by label and by id, ignoring case.
  private let labels: ItemLabels

  /// The sources of the data, and how the data was verified.
  package struct Provenance: Sendable, Hashable {
    package let sources: [CatalogueSource]
    /// What was compared with what, and the result.
    package let verified: String?
    /// Limits that a reader must know before relying on the data.
    package let cautions: [String]

    /// Provenance without any information.
    package static let none = Provenance(sources: [], verified: nil, cautions: [])
  }

  package struct Item: Sendable, Hashable {
    /// The id as in the framework: `A.6.2.4`, `Art. 14`.
    package let id: String
    package let kind: Kind
    /// The word of the framework for the level of the item, such as `objective`.
    package let level: String
    package let parent: String?
    package let title: String
    /// What an auditor looks for, in our own words.
    package let asks: String?
    /// The record kinds that can cover the item, the most important first.
    package let answeredBy: [String]
    /// The dates from which the item applies. Nil if the framework sets no dates for single items.
    package let application: Application?
    /// The act that added the item after the first edition. `amendedBy` is the act that changed the item.
    package let insertedBy: String?
    package let amendedBy: String?
    /// The framework's own word for how binding the item is: `required`, `addressable`.
    package let requirement: String?
    package let note: String?
    package let tags: [String]
    /// Other spellings of the id: `AC-2(1)` for `ac-2.1`.
    package let labels: [String]
    /// For a withdrawn item, its replacement. A withdrawn item does not need to be covered.
    package let withdrawn: String?

    /// Whether records can cover the item. Groups and withdrawn items cannot be covered.
    package var canBeAnswered: Bool { kind != .group && withdrawn == nil }

    /// The earliest date from which the item applies in at least one case.
    package var appliesFrom: CivilDate? { application?.first }
  }

  package enum Kind: String, Vocabulary {
    case group, clause, control, article, annex, criterion
  }

  init(
    name: String, title: String, short: String? = nil, publisher: String, edition: String, note: String? = nil,
    provenance: Provenance = .none, path: SourcePath? = nil, nameSpan: Span = .start, items: [Item],
    asserted: [AssertedCount] = []
  ) {
    self.name = name
    self.title = title
    self.short = short ?? name
    self.publisher = publisher
    self.edition = edition
    self.note = note
    self.provenance = provenance
    self.path = path
    self.nameSpan = nameSpan
    self.items = items
    self.asserted = asserted
    var index: [String: Int] = [:]
    for (i, item) in items.enumerated() { index[item.id] = i }
    self.index = index
    parts = Dictionary(grouping: items.indices) { items[$0].parent }
    labels = ItemLabels(items)
  }

  package func position(of id: String) -> Int? { index[id] }
  /// The position of the item with this label, or with this id in another case. Nil if no item or several items match.
  package func position(labelled text: String) -> Int? { labels.position(of: text) }
  package func item(_ id: String) -> Item? { index[id].map { items[$0] } }
  package func children(of id: String?) -> [Item] { (parts[id] ?? []).map { items[$0] } }

  /// The id with the name of the catalogue: `iso42001:A.6.2.4`.
  package func canonical(_ item: Item) -> String { "\(name):\(item.id)" }

  /// The item that was probably meant: a known alias, then the sibling with the nearest number, then the closest spelling.
  package func closest(to id: String) -> Item? {
    var spellings: SuggestionIndex?
    return closest(to: id, spellings: &spellings)
  }

  /// The same search for many ids. The first search that needs `spellings` creates it, and later searches reuse it.
  package func closest(to id: String, spellings: inout SuggestionIndex?) -> Item? {
    if let meant = ItemAlias.resolve(id, in: self) { return meant }
    if let dot = id.utf8.lastIndex(of: UInt8(ascii: ".")), let number = Catalogue.number(id[id.index(after: dot)...]) {
      let parent = String(id[..<dot])
      let siblings = children(of: parent).compactMap { item in
        item.id.split(separator: ".").last.flatMap(Catalogue.number).map { (item, abs($0 - number)) }
      }
      // Prefer the sibling that needs the fewest corrections of typing errors: for 6.2.44 suggest 6.2.4, not 6.2.8.
      let nearest = siblings.min { a, b in
        (Suggestion.edits(from: id, to: a.0.id), a.1) < (Suggestion.edits(from: id, to: b.0.id), b.1)
      }
      if let nearest { return nearest.0 }
    }
    var index = spellings ?? SuggestionIndex(items.lazy.map(\.id))
    defer { spellings = index }
    return index.closest(to: id).flatMap(item)
  }

  /// The number in a part of an id. Nil if the text is not one to four digits.
  private static func number(_ text: Substring) -> Int? {
    text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

/// A source of a catalogue: the catalogue was made from this source, or was compared with this source.
package struct CatalogueSource: MappingValue {
  package let name: String
  package let address: String?
  package let licence: String?
  /// What was taken from the source, or compared with the source.
  package let gave: String?

  package static let schema = Schema(
    Field("name", \CatalogueSource.name, "the name of the source"),
    Field("address", \CatalogueSource.address, "its address"),
    Field("licence", \CatalogueSource.licence, "the terms of its use"),
    Field("gave", \CatalogueSource.gave, "what was taken from it or compared with it"),
    make: CatalogueSource.init)
}
