/// The mappings between items of the frameworks in use, in both directions, with the strength of their claims.
package struct Mappings: Sendable {
  /// The rows whose two items exist, in the order of their crosswalks.
  package let rows: [Row]
  private let byItem: [ItemPosition: [Int]]
  /// The number of rows between two catalogues.
  private let byPair: [Set<Int>: Int]

  /// A crosswalk row between two existing items.
  package struct Row: Sendable, Hashable {
    package let from: ItemPosition
    package let to: ItemPosition
    package let relation: Crosswalk.Relation
    /// The claims, strongest first.
    package let claims: [Crosswalk.Claim]
    package let note: String?
  }

  /// A row as seen from one of its two items. `other` is the other item. `relation` is the relation of the first item to
  /// `other`.
  package struct Side: Sendable, Hashable {
    package let other: ItemPosition
    package let relation: Crosswalk.Relation
    package let row: Row
  }

  /// An item (`other`) to which a given item maps only through third items (`through`). No published source claims that the two
  /// items overlap.
  package struct Derived: Sendable, Hashable {
    package let other: ItemPosition
    /// The items to which both items map, in the order of their catalogue.
    package let through: [ItemPosition]
  }

  init(_ rows: [Row]) {
    self.rows = rows
    var byItem: [ItemPosition: [Int]] = [:]
    var byPair: [Set<Int>: Int] = [:]
    for (i, row) in rows.enumerated() {
      byItem[row.from, default: []].append(i)
      byItem[row.to, default: []].append(i)
      byPair[[row.from.catalogue, row.to.catalogue], default: 0] += 1
    }
    self.byPair = byPair
    self.byItem = byItem
  }

  /// The mappings of an item, ordered by catalogue and position.
  package func sides(of item: ItemPosition) -> [Side] {
    (byItem[item] ?? []).map { i in
      let row = rows[i]
      return row.from == item
        ? Side(other: row.to, relation: row.relation, row: row)
        : Side(other: row.from, relation: row.relation.reversed, row: row)
    }.sorted { $0.other < $1.other }
  }

  /// The items of another catalogue to which an item maps only through a third catalogue.
  package func derived(from item: ItemPosition, in catalogue: Int) -> [Derived] {
    guard catalogue != item.catalogue else { return [] }
    let own = sides(of: item)
    let direct = Set(own.map(\.other))
    var through: [ItemPosition: [ItemPosition]] = [:]
    for step in own where step.other.catalogue != catalogue {
      for next in sides(of: step.other) where next.other.catalogue == catalogue && !direct.contains(next.other) {
        through[next.other, default: []].append(step.other)
      }
    }
    return through.map { Derived(other: $0, through: $1) }.sorted { $0.other < $1.other }
  }

  /// The number of rows between two catalogues.
  package func count(between a: Int, and b: Int) -> Int { byPair[[a, b]] ?? 0 }

  /// Whether there is a row between two catalogues.
  package func join(_ a: Int, _ b: Int) -> Bool { count(between: a, and: b) > 0 }
}

/// The position of an item in the catalogues of the dossier.
package struct ItemPosition: Sendable, Hashable, Comparable {
  package let catalogue: Int
  package let item: Int

  package init(catalogue: Int, item: Int) {
    self.catalogue = catalogue
    self.item = item
  }

  package static func < (a: ItemPosition, b: ItemPosition) -> Bool {
    a.catalogue != b.catalogue ? a.catalogue < b.catalogue : a.item < b.item
  }
}
