import DossierRecords
import DossierText

extension Dossier {
  /// The references to other records in fields of records in use.
  ///
  /// Only for kinds that describe the current state. Kinds that describe past events are left out.
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
      // The approving role had to be effective only on the day of the approval.
      return edge.site.field.utf8.starts(with: "approvals.".utf8) ? nil : (edge, target)
    }
  }
}

extension Entry {
  /// Whether the record is in use: not retired, superseded, closed or rejected.
  var isInUse: Bool {
    if isRetired || head?.status == .closed || head?.status == .rejected { return false }
    return (record as? Model)?.state != .retired
  }

  /// The place of the field that marks the record as retired.
  var placeOfRetirement: Span? { (field("retired") ?? field("status"))?.span }
}
