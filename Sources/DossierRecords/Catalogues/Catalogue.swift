package import DossierText

/// A framework as data: identifiers, short titles and hierarchy of its clauses, controls or articles.
///
/// Ids are unique, and a parent stands before its children.
package struct Catalogue: Sendable {
  /// What stands before the colon of a canonical id: `iso42001`.
  package let name: String
  package let title: String
  /// What people call it: `EU AI Act`.
  package let short: String
  package let publisher: String
  package let edition: String
  package let note: String?
  package let provenance: Provenance
  /// Where it was read: nil for one inside the program.
  package let path: SourcePath?
  /// Where its name is written.
  package let nameSpan: Span
  package let items: [Item]
  /// How many items its file says there are.
  package let asserted: [AssertedCount]
  private let index: [String: Int]
  /// By label, and by id in any case.
  private let labels: ItemLabels

  /// Where the data come from and how far they can be trusted.
  package struct Provenance: Sendable, Hashable {
    package let sources: [CatalogueSource]
    /// What was compared with what, and with which result.
    package let verified: String?
    /// What a reader must know before relying on it.
    package let cautions: [String]

    /// Nothing is said about it.
    package static let none = Provenance(sources: [], verified: nil, cautions: [])
  }

  package struct Item: Sendable, Hashable {
    /// As the framework writes it: `A.6.2.4`, `Art. 14`.
    package let id: String
    package let kind: Kind
    /// The framework's own word for its level.
    package let level: String
    package let parent: String?
    package let title: String
    /// What an auditor looks for there, in our own words.
    package let asks: String?
    /// Names of the kinds of record that answer it, the most important first.
    package let answeredBy: [String]
    /// Since when it applies, where the framework says so for each item.
    package let application: Application?
    /// The act that put it in, or changed it, after the first edition.
    package let insertedBy: String?
    package let amendedBy: String?
    /// The framework's own word for how binding it is: `required`, `addressable`.
    package let requirement: String?
    package let note: String?
    package let tags: [String]
    /// Other ways in which people write the id: `AC-2(1)` for `ac-2.1`.
    package let labels: [String]
    /// Where it went, for an item that the framework keeps only as a number: nothing has to answer it.
    package let withdrawn: String?

    /// Whether a record can answer it: it is no mere group, and still there.
    package var canBeAnswered: Bool { kind != .group && withdrawn == nil }

    /// The first day on which it applies to anybody.
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
    labels = ItemLabels(items)
  }

  package func position(of id: String) -> Int? { index[id] }
  /// Of an item that bears this label, or this id in another case; nil where several do.
  package func position(labelled text: String) -> Int? { labels.position(of: text) }
  package func item(_ id: String) -> Item? { index[id].map { items[$0] } }
  package func children(of id: String?) -> [Item] { items.filter { $0.parent == id } }

  /// `iso42001:A.6.2.4`.
  package func canonical(_ item: Item) -> String { "\(name):\(item.id)" }

  /// The item that was probably meant: one that is written so by a known alias, the sibling with the nearest number, else the id
  /// closest in spelling.
  package func closest(to id: String) -> Item? {
    if let meant = ItemAlias.resolve(id, in: self) { return meant }
    if let dot = id.utf8.lastIndex(of: UInt8(ascii: ".")), let number = Catalogue.number(id[id.index(after: dot)...]) {
      let parent = String(id[..<dot])
      let siblings = items.compactMap { item in
        item.parent == parent
          ? item.id.split(separator: ".").last.flatMap(Catalogue.number).map { (item, abs($0 - number)) } : nil
      }
      // A slip of the finger first: 6.2.44 is 6.2.4 and not 6.2.8.
      let nearest = siblings.min { a, b in
        (Suggestion.edits(from: id, to: a.0.id), a.1) < (Suggestion.edits(from: id, to: b.0.id), b.1)
      }
      if let nearest { return nearest.0 }
    }
    return Suggestion.closest(to: id, among: items.lazy.map(\.id)).flatMap(item)
  }

  /// A number as ids have them: digits, and few.
  private static func number(_ text: Substring) -> Int? {
    text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

/// Something that a catalogue was made from or compared with.
package struct CatalogueSource: MappingValue {
  package let name: String
  package let address: String?
  package let licence: String?
  /// What was taken from it, or compared with it.
  package let gave: String?

  package static let schema = Schema(
    Field("name", \CatalogueSource.name, "what it is"),
    Field("address", \CatalogueSource.address, "where it is found"),
    Field("licence", \CatalogueSource.licence, "on which terms it may be used"),
    Field("gave", \CatalogueSource.gave, "what was taken from it, or compared with it"),
    make: CatalogueSource.init)
}
