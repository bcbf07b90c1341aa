package import DossierRecords

/// A set of controls and clauses. If a group is in the set, all items below the group are covered too.
package struct ControlScope: Sendable {
  private let dossier: Dossier
  private var covered: Set<Key> = []

  private struct Key: Hashable {
    let catalogue: Int
    let item: Int
  }

  /// Creates the set of the items to which the record at `position` refers in `field`.
  package init(_ dossier: Dossier, of position: Int, _ field: String) {
    self.dossier = dossier
    for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == field {
      if case .item(let catalogue, let item)? = edge.target { covered.insert(Key(catalogue: catalogue, item: item)) }
    }
  }

  /// Whether the item, or a group above it, is in the set.
  package func covers(catalogue: Int, item: Int) -> Bool {
    guard !covered.isEmpty else { return false }
    var item: Int? = item
    while let at = item {
      if covered.contains(Key(catalogue: catalogue, item: at)) { return true }
      let parent = dossier.catalogues[catalogue].items[at].parent
      item = parent.flatMap { dossier.catalogues[catalogue].position(of: $0) }
    }
    return false
  }

  /// The first reference from `field` of the record at `position` to an item that the set covers.
  package func first(of position: Int, _ field: String) -> ReferenceSite? {
    dossier.graph.edges(from: .entry(position)).first { edge in
      guard edge.site.field == field, case .item(let catalogue, let item)? = edge.target else { return false }
      return covers(catalogue: catalogue, item: item)
    }?.site
  }

  /// Whether the set covers an item to which the record refers in `control` (an SoA line) or in `implements`.
  package func covers(recordAt position: Int) -> Bool {
    first(of: position, "control") != nil || first(of: position, "implements") != nil
  }

  package var isEmpty: Bool { covered.isEmpty }
}
