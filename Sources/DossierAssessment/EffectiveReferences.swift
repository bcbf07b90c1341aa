package import DossierRecords

extension DatedDossier {
  /// References from fields of effective records to other records. Rules report such a reference if its target is retired or
  /// superseded.
  ///
  /// Only kinds with `KindTraits.needsEffectiveReferences` are included, because their fields state what is true now.
  /// `supersedes` and the roles of approvals are left out, because they state what was true earlier.
  package var effectiveReferences: [(edge: ReferenceGraph.Edge, target: Int)] {
    dossier.graph.edges.compactMap { edge in
      guard case .entry(let target) = edge.target, isEffective(edge) else { return nil }
      return (edge, target)
    }
  }

  /// Whether the reference is one of `effectiveReferences`.
  func isEffective(_ edge: ReferenceGraph.Edge) -> Bool {
    guard edge.site.isField, edge.site.field != "supersedes", case .entry(let origin) = edge.origin,
      case .entry(let target) = edge.target, origin != target
    else { return false }
    return dossier.entries[origin].kind.traits.needsEffectiveReferences && isEffective(origin)
      && !edge.site.field.utf8.starts(with: "approvals.".utf8)
  }
}
