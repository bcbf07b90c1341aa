package import DossierRecords

/// For each superseded record, its successor: the record whose `supersedes` refers to the superseded record.
package struct Successors: Sendable {
  private let byOld: [Int: (position: Int, site: ReferenceSite)]

  /// Finds the successors. Drafts, proposals, rejected records, unreadable records and records that are not effective yet are not
  /// successors. If a record has several successors, the first one in the reference graph is used.
  init(_ dated: DatedDossier) {
    var byOld: [Int: (position: Int, site: ReferenceSite)] = [:]
    for edge in dated.dossier.graph.edges where edge.site.field == "supersedes" && edge.site.isField {
      guard case .entry(let new) = edge.origin, case .entry(let old) = edge.target, new != old, byOld[old] == nil else {
        continue
      }
      switch dated.status(of: new) {
      case .draft, .proposed, .rejected, .notYetEffective, .unreadable: continue
      case .effective, .closed, .superseded, .retired: byOld[old] = (new, edge.site)
      }
    }
    self.byOld = byOld
  }

  /// The successor of the record at `position`: the position of the successor, and the reference in `supersedes` of the
  /// successor.
  package func of(_ position: Int) -> (position: Int, site: ReferenceSite)? { byOld[position] }
}
