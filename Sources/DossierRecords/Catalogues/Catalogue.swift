package import DossierText

/// A framework as data: identifiers, short titles and hierarchy of its clauses, controls or articles.
package struct Catalogue: Sendable {
  /// What stands before the colon of a canonical id: `iso42001`.
  package let name: String
  package let title: String
  package let publisher: String
  package let edition: String
  package let items: [Item]
  private let index: [String: Int]

  package struct Item: Sendable, Hashable {
    /// As the framework writes it: `A.6.2.4`, `Art. 14`.
    package let id: String
    package let kind: Kind
    /// The framework's own word for its level.
    package let level: String
    package let parent: String?
    package let title: String
    /// Day of application, where the framework has one for each item.
    package let appliesFrom: CivilDate?
  }

  package enum Kind: String, Sendable, CaseIterable {
    case group, clause, control, article, annex, criterion
  }

  init(name: String, title: String, publisher: String, edition: String, items: [Item]) {
    self.name = name
    self.title = title
    self.publisher = publisher
    self.edition = edition
    self.items = items
    var index: [String: Int] = [:]
    for (i, item) in items.enumerated() { index[item.id] = i }
    self.index = index
  }

  package func position(of id: String) -> Int? { index[id] }
  package func item(_ id: String) -> Item? { index[id].map { items[$0] } }
  package func children(of id: String?) -> [Item] { items.filter { $0.parent == id } }

  /// `iso42001:A.6.2.4`.
  package func canonical(_ item: Item) -> String { "\(name):\(item.id)" }

  /// The item that was probably meant: the sibling with the nearest number, else the id closest in spelling.
  package func closest(to id: String) -> Item? {
    if let dot = id.utf8.lastIndex(of: UInt8(ascii: ".")), let number = Int(String(id[id.index(after: dot)...])) {
      let parent = String(id[..<dot])
      let siblings = items.compactMap { item in
        item.parent == parent ? item.id.split(separator: ".").last.flatMap { Int($0) }.map { (item, abs($0 - number)) } : nil
      }
      if let nearest = siblings.min(by: { $0.1 < $1.1 }) { return nearest.0 }
    }
    return Suggestion.closest(to: id, among: items.lazy.map(\.id)).flatMap(item)
  }
}
