import DossierRecords

/// Which record has taken the place of which: what `supersedes` says, in the other direction.
struct Successors {
  private let byOld: [Int: (position: Int, site: ReferenceSite)]

  /// Drafts, proposals and rejected records have not taken anybody's place. Of several the first by id counts.
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

  /// Position of the record that supersedes the one at `position`, and where it says so.
  func of(_ position: Int) -> (position: Int, site: ReferenceSite)? { byOld[position] }
}
