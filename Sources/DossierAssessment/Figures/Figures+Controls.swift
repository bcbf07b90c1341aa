import DossierRecords

extension Figures {
  static func statement(_ facts: Assessment) -> [Figure] {
    let rows = facts.statement.rows
    let applicable = rows.filter { $0.isApplicable == true }
    func figure(_ part: FigureName.StatementPart, _ rows: [StatementOfApplicability.Row]) -> Figure {
      Figure(.statement(part), items: rows.map { ItemPosition(catalogue: $0.catalogue, item: $0.item) })
    }
    func implemented(_ state: ControlImplementation.Implementation) -> [StatementOfApplicability.Row] {
      applicable.filter { $0.record?.implementation == state }
    }
    let inPlace = implemented(.implemented)
    return [
      figure(.controls, rows), figure(.applicable, applicable),
      figure(.excluded, rows.filter { $0.isApplicable == false }), figure(.undecided, rows.filter { $0.isApplicable == nil }),
      figure(.implemented, inPlace), figure(.partial, implemented(.partial)),
      figure(.planned, implemented(.planned)), figure(.notStarted, implemented(.notStarted)),
      figure(.freshEvidence, inPlace.filter(\.evidence.hasFresh)),
      figure(.staleEvidence, inPlace.filter(\.evidence.isStale)),
      figure(.noEvidence, inPlace.filter(\.evidence.items.isEmpty)),
      figure(
        .otherEvidence, applicable.filter { $0.record?.implementation != .implemented && !$0.evidence.items.isEmpty }),
    ]
  }

  /// Items of each framework by state, and the records of each kind that cover or refer to an item.
  ///
  /// A figure of one item and one kind exists only if at least one record of the kind covers or refers to the item.
  static func coverage(_ facts: Assessment) -> [Figure] {
    var figures: [Figure] = []
    for (position, catalogue) in facts.dossier.catalogues.enumerated() {
      var byState: [Coverage.State: [ItemPosition]] = [:]
      var documentedOnly: [ItemPosition] = []
      for (i, item) in catalogue.items.enumerated() {
        let place = ItemPosition(catalogue: position, item: i)
        let found = facts.coverage.item(place)
        byState[found.state, default: []].append(place)
        if found.isDocumentedOnly { documentedOnly.append(place) }
        // A group, or a withdrawn item, cannot be covered.
        figures += byKind(facts.dossier, found.state == .group ? [] : found.records) {
          .covering(catalogue: catalogue.name, item: item.id, kind: $0)
        }
        figures += byKind(facts.dossier, facts.dossier.referring(to: place)) {
          .referring(catalogue: catalogue.name, item: item.id, kind: $0)
        }
      }
      let states = Coverage.State.allCases.filter { $0 != .group }
      figures += states.map { Figure(.coverage(catalogue: catalogue.name, $0), items: byState[$0] ?? []) }
      let total = catalogue.items.indices.map { ItemPosition(catalogue: position, item: $0) }.filter {
        facts.coverage.item($0).state != .group
      }
      figures.append(Figure(.coverageTotal(catalogue: catalogue.name), items: total))
      figures.append(Figure(.documentedOnly(catalogue: catalogue.name), items: documentedOnly))
    }
    return figures
  }

  /// For each `CrosswalkPair`: the items of the target framework that are related to an item of the source framework.
  static func crosswalks(_ facts: Assessment) -> [Figure] {
    let catalogues = facts.dossier.catalogues
    let neighbours = catalogues.indices.map { c in
      catalogues[c].items.indices.map {
        facts.dossier.frameworks.mappings.sides(of: ItemPosition(catalogue: c, item: $0)).map(\.other)
      }
    }
    // An item of the other framework is related directly or through an item of a third framework.
    func isRelated(_ place: ItemPosition, to other: Int, where isMeant: (ItemPosition) -> Bool) -> Bool {
      neighbours[place.catalogue][place.item].contains { near in
        near.catalogue == other
          ? isMeant(near) : neighbours[near.catalogue][near.item].contains { $0.catalogue == other && isMeant($0) }
      }
    }
    return CrosswalkPair.all(facts.dossier.frameworks).flatMap { pair -> [Figure] in
      let related = catalogues[pair.target].items.indices.map { ItemPosition(catalogue: pair.target, item: $0) }.filter {
        facts.coverage.item($0).state != .group && isRelated($0, to: pair.source) { _ in true }
      }
      let covered = related.filter { place in
        isRelated(place, to: pair.source) { facts.coverage.item($0).state == .covered }
      }
      let (name, other) = (catalogues[pair.target].name, catalogues[pair.source].name)
      return [
        Figure(.related(catalogue: name, other: other), items: related),
        Figure(.relatedCovered(catalogue: name, other: other), items: covered),
      ]
    }
  }

  private static func byKind(_ dossier: Dossier, _ records: [Int], _ name: (String) -> FigureName) -> [Figure] {
    Dictionary(grouping: records) { dossier.entries[$0].kind.name }.map { Figure(name($0), records: $1) }
  }

  static func readiness(_ facts: Assessment) -> [Figure] {
    ReadinessMeasure.all.flatMap { measure -> [Figure] in
      guard let result = facts.measures[measure.name] else { return [] }
      let configuration: [Figure.Member] = result.isConfigured ? [.configuration] : []
      let answered = configuration + result.answered.compactMap(Figure.Member.init)
      let lacking = result.lacking.compactMap(Figure.Member.init)
      return [Figure(.need(measure.name), answered), Figure(.needTotal(measure.name), answered + lacking)]
    }
  }
}

extension Dossier {
  /// Positions of the records that refer to an item, in the order of the dossier.
  fileprivate func referring(to place: ItemPosition) -> [Int] {
    let origins = graph.edges(to: .item(catalogue: place.catalogue, item: place.item)).compactMap { edge -> Int? in
      if case .entry(let position) = edge.origin { position } else { nil }
    }
    return Set(origins).sorted()
  }
}

extension Figure.Member {
  fileprivate init?(_ target: ReferenceGraph.Target) {
    switch target {
    case .entry(let position): self = .record(position)
    case .item(let catalogue, let item): self = .item(ItemPosition(catalogue: catalogue, item: item))
    case .page, .register, .file, .folder: return nil
    }
  }
}
