package import DossierText

/// The frameworks in use: the embedded frameworks that `dossier.yaml` lists, and the frameworks of the workspace.
package struct Frameworks: Sendable {
  /// The default catalogue first, then embedded catalogues by name, then catalogues of the workspace by path.
  package let catalogues: [Catalogue]
  /// Embedded crosswalks between two catalogues in use, then crosswalks of the workspace.
  package let crosswalks: [Crosswalk]
  package let texts: [LicensedText]
  /// Files that must not be published, including files that cannot be read.
  package let withheld: Set<SourcePath>
  /// Catalogues that are ignored, because an embedded catalogue or an earlier catalogue has the same name.
  package let duplicates: [Catalogue]
  package let mappings: Mappings

  package init(catalogues: [Catalogue], crosswalks: [Crosswalk] = [], texts: [LicensedText] = [], withheld: Set<SourcePath> = [])
  {
    var known: [Catalogue] = []
    var duplicates: [Catalogue] = []
    for catalogue in catalogues {
      // The names of all embedded catalogues are reserved, including unused catalogues. So an id means the same in every
      // workspace.
      let isTaken = catalogue.path != nil && CatalogueLibrary.names.contains(catalogue.name)
      if isTaken || known.contains(where: { $0.name == catalogue.name }) {
        duplicates.append(catalogue)
      } else {
        known.append(catalogue)
      }
    }
    let positions = Dictionary(known.enumerated().map { ($1.name, $0) }) { first, _ in first }
    self.catalogues = known
    self.duplicates = duplicates
    self.crosswalks = crosswalks.filter {
      $0.path != nil || (positions[$0.source.text] != nil && positions[$0.target.text] != nil)
    }
    self.texts = texts
    self.withheld = withheld.union(texts.map(\.path))
    mappings = Mappings(
      self.crosswalks.flatMap { crosswalk -> [Mappings.Row] in
        guard let source = positions[crosswalk.source.text], let target = positions[crosswalk.target.text] else { return [] }
        return crosswalk.rows.compactMap { row in
          guard let from = known[source].position(of: row.from.text), let to = known[target].position(of: row.to.text) else {
            return nil
          }
          return Mappings.Row(
            from: .init(catalogue: source, item: from), to: .init(catalogue: target, item: to), relation: row.relation,
            claims: row.claims.map { crosswalk.claims[$0] }.sorted { $0.strength < $1.strength }, note: row.note)
        }
      })
  }
}
