package import DossierRecords
import DossierText

/// Which records cover which items of the frameworks in use, computed from references.
///
/// Only records that count are considered. Evidence must also be valid. A reference shows that a record is intended to cover an
/// item. It does not show that the record is sufficient.
///
/// Some records refer to an item without covering the item, for example because they examine it. A reference does not cover the
/// item in three cases: `KindTraits.covers` is false, the field is `regulations`, or the reference is in prose.
package struct Coverage: Sendable {
  /// The coverage of each item. The first index is the catalogue, the second index is the item.
  private let items: [[Item]]

  /// The records that refer to one item. Numbers are positions in `dossier.entries` or `dossier.kinds`.
  package struct Item: Sendable {
    /// Records that cover the item, in the order of the dossier. The SoA line of a control is not among them.
    package let records: [Int]
    /// Records that refer to the item without covering it, for example audits and their findings.
    package let referring: [Int]
    /// Kinds whose purpose is to cover the item (`RecordKind.clauses`). At least one record of each kind counts.
    package let kinds: [Int]
    /// Whether the item is covered only by controlled documents. False if a kind, or a record that is not a controlled document,
    /// covers the item or one of its parts.
    package fileprivate(set) var isDocumentedOnly: Bool
    package let state: State
  }

  package enum State: Sendable, Hashable, CaseIterable {
    /// At least one record covers the item.
    case covered
    /// No record covers the item directly, but there are records of a kind whose purpose is to cover the item.
    case byKind
    /// No record covers the item directly, and each of its parts is covered or excluded.
    case byParts
    /// Only an SoA line refers to the item.
    case statementOnly
    /// Records refer to the item, but none covers it.
    case referredTo
    /// The SoA line of the item states that the control is planned or not started. Other records that cover the item do not
    /// change this state.
    case planned
    /// The SoA line of the item excludes the item.
    case excluded
    /// No record refers to the item.
    case uncovered
    /// The item cannot be covered, because it only contains other items or is withdrawn.
    case group
  }

  init(_ dated: DatedDossier, _ statement: StatementOfApplicability, _ evidence: [Int: EvidenceStatus]) {
    let dossier = dated.dossier
    func counts(_ position: Int) -> Bool { dated.counts(position) && (evidence[position]?.isValid ?? true) }
    var rows: [ItemPosition: StatementOfApplicability.Row] = [:]
    for row in statement.rows { rows[ItemPosition(catalogue: row.catalogue, item: row.item)] = row }
    // Kinds refer only to clauses of the default catalogue.
    var kinds: [String: [Int]] = [:]
    for (i, kind) in dossier.kinds.enumerated() where dossier.positions(of: kind.name).contains(where: counts) {
      for clause in kind.clauses { kinds[clause, default: []].append(i) }
    }
    let own = dossier.catalogues.enumerated().map { c, catalogue in
      let isDefault = catalogue.name == CatalogueLibrary.defaultName
      return catalogue.items.enumerated().map { i, item in
        let row = rows[ItemPosition(catalogue: c, item: i)]
        var (records, referring): (Set<Int>, Set<Int>) = ([], [])
        for edge in dossier.graph.edges(to: .item(catalogue: c, item: i)) {
          guard case .entry(let entry) = edge.origin, counts(entry) else { continue }
          let kind = dossier.entries[entry].kind
          if kind.name == ControlImplementation.name, edge.site.field == "control" { continue }
          // Prose can mention an item for any reason, so a reference in prose does not cover the item.
          if !kind.traits.covers || edge.site.field == "regulations" || edge.site.expectation != .item {
            referring.insert(entry)
          } else {
            records.insert(entry)
          }
        }
        let ofKinds = isDefault ? kinds[item.id] ?? [] : []
        let isDocumentedOnly =
          ofKinds.isEmpty && !records.isEmpty
          && records.allSatisfy { dossier.entries[$0].kind.traits.isControlledDocument }
        return Item(
          records: records.sorted(), referring: referring.subtracting(records).sorted(), kinds: ofKinds,
          isDocumentedOnly: isDocumentedOnly,
          state: Coverage.state(item, row, records: records, kinds: ofKinds, referring: referring))
      }
    }
    items = zip(own, dossier.catalogues).map { own, catalogue in
      Coverage.withoutOperatedParts(Coverage.byParts(own, catalogue), catalogue, dossier)
    }
  }

  private static func state(
    _ item: Catalogue.Item, _ row: StatementOfApplicability.Row?, records: Set<Int>, kinds: [Int], referring: Set<Int>
  ) -> State {
    if !item.canBeAnswered { return .group }
    if row?.isApplicable == false { return .excluded }
    if row?.record?.implementation == .planned || row?.record?.implementation == .notStarted { return .planned }
    if !records.isEmpty { return .covered }
    if !kinds.isEmpty { return .byKind }
    if row?.implementation != nil { return .statementOnly }
    return referring.isEmpty ? .uncovered : .referredTo
  }

  /// Sets the state `byParts` for items that are covered through all of their parts.
  ///
  /// In a catalogue, the parts of an item follow the item. So the loop goes backwards and handles the parts first.
  private static func byParts(_ items: [Item], _ catalogue: Catalogue) -> [Item] {
    var items = items
    var open: Set<String> = []
    var isWhole: Set<String> = []
    for (i, item) in catalogue.items.enumerated().reversed() {
      if items[i].state == .uncovered || items[i].state == .referredTo, isWhole.contains(item.id), !open.contains(item.id) {
        items[i] = Item(
          records: [], referring: items[i].referring, kinds: [], isDocumentedOnly: false, state: .byParts)
      }
      guard let parent = item.parent, item.withdrawn == nil else { continue }
      switch items[i].state {
      case .covered, .byKind, .byParts, .excluded: isWhole.insert(parent)
      case .statementOnly, .referredTo, .planned, .uncovered, .group: open.insert(parent)
      }
    }
    return items
  }

  /// Sets `isDocumentedOnly` to false for items that are not covered, and for items with an operated part at any depth.
  ///
  /// A part is operated if a kind covers the part, or if a record that is not a controlled document covers the part.
  private static func withoutOperatedParts(_ items: [Item], _ catalogue: Catalogue, _ dossier: Dossier) -> [Item] {
    var items = items
    var operated: Set<String> = []
    // Go backwards, because the parts of an item follow the item.
    for (i, item) in catalogue.items.enumerated().reversed() {
      let isOperated =
        operated.contains(item.id) || !items[i].kinds.isEmpty
        || items[i].records.contains { !dossier.entries[$0].kind.traits.isControlledDocument }
      items[i].isDocumentedOnly = items[i].state == .covered && items[i].isDocumentedOnly && !operated.contains(item.id)
      if isOperated, item.withdrawn == nil, let parent = item.parent { operated.insert(parent) }
    }
    return items
  }

  package func item(_ position: ItemPosition) -> Item { items[position.catalogue][position.item] }

  /// The number of items of a catalogue that have this state.
  package func count(_ state: State, in catalogue: Int) -> Int { items[catalogue].count { $0.state == state } }

  /// The number of items of a catalogue that can be covered.
  package func total(in catalogue: Int) -> Int { items[catalogue].count { $0.state != .group } }
}
