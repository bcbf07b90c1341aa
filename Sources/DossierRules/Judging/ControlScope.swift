import DossierRecords

/// A set of controls and clauses in which a group stands for everything below it.
struct ControlScope {
  private let dossier: Dossier
  private var covered: Set<Key> = []

  private struct Key: Hashable {
    let catalogue: Int
    let item: Int
  }

  /// What a record names in a field.
  init(_ dossier: Dossier, of position: Int, _ field: String) {
    self.dossier = dossier
    for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == field {
      if case .item(let catalogue, let item)? = edge.target { covered.insert(Key(catalogue: catalogue, item: item)) }
    }
  }

  /// Whether it, or a group above it, is in the set.
  func covers(catalogue: Int, item: Int) -> Bool {
    guard !covered.isEmpty else { return false }
    var item: Int? = item
    while let at = item {
      if covered.contains(Key(catalogue: catalogue, item: at)) { return true }
      let parent = dossier.catalogues[catalogue].items[at].parent
      item = parent.flatMap { dossier.catalogues[catalogue].position(of: $0) }
    }
    return false
  }

  /// Whether it covers one of the items that a record names in a field; the first of them.
  func first(of position: Int, _ field: String) -> ReferenceSite? {
    dossier.graph.edges(from: .entry(position)).first { edge in
      guard edge.site.field == field, case .item(let catalogue, let item)? = edge.target else { return false }
      return covers(catalogue: catalogue, item: item)
    }?.site
  }

  var isEmpty: Bool { covered.isEmpty }
}
