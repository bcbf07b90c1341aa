import DossierRecords
import DossierText

extension Dossier {
  /// What a record in force says in its fields of other records, for kinds that say what holds now and not what happened once.
  var livingReferences: [(edge: ReferenceGraph.Edge, target: Int)] {
    let kinds: Set = [
      AISystem.name, Model.name, Policy.name, ManagedDocument.name, ControlImplementation.name, Risk.name, Objective.name,
      Metric.name, Disclosure.name,
    ]
    return graph.edges.compactMap { edge in
      guard edge.site.isField, edge.site.field != "supersedes", case .entry(let origin) = edge.origin,
        case .entry(let target) = edge.target, origin != target, kinds.contains(entries[origin].kind.name),
        entries[origin].isInUse
      else { return nil }
      // Who approved something held the role then.
      return edge.site.field.utf8.starts(with: "approvals.".utf8) ? nil : (edge, target)
    }
  }
}

extension Entry {
  /// Neither retired nor put away: not closed, rejected or superseded.
  var isInUse: Bool {
    if isRetired || head?.status == .closed || head?.status == .rejected { return false }
    return (record as? Model)?.state != .retired
  }

  /// Where it says that it is retired.
  var placeOfRetirement: Span? { (field("retired") ?? field("status"))?.span }
}
