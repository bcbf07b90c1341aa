import DossierRecords

/// The successors of records: the inverse of `supersedes`.
struct Successors {
  private let byOld: [Int: (position: Int, site: ReferenceSite)]

  /// Drafts, proposals and rejected records are not successors. If a record has several successors, the first by id counts.
  init(_ dossier: Dossier) {
    var byOld: [Int: (position: Int, site: ReferenceSite)] = [:]
    for edge in dossier.graph.edges where edge.site.field == "supersedes" && edge.site.isField {
      guard case .entry(let new) = edge.origin, case .entry(let old) = edge.target, new != old, byOld[old] == nil else {
        continue
      }
      switch dossier.entries[new].head?.status {
      case .draft, .proposed, .rejected: continue
      default: byOld[old] = (new, edge.site)
      }
    }
    self.byOld = byOld
  }

  /// The position of the record that supersedes the one at `position`, and the place of the reference.
  func of(_ position: Int) -> (position: Int, site: ReferenceSite)? { byOld[position] }
}
