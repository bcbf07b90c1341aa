package import DossierRecords

extension DatedDossier {
  /// The AI policies: policies that count and implement clause 5.2 or control A.2.2.
  package var aiPolicies: [Found<Policy>] {
    let positions = Set(policiesForAI)
    return records(Policy.self).filter { positions.contains($0.position) }
  }

  /// Positions of the policies that implement clause 5.2 or control A.2.2. These policies can have any status.
  package var policiesForAI: [Int] {
    guard let catalogue = dossier.catalogues.firstIndex(where: { $0.name == CatalogueLibrary.defaultName }) else { return [] }
    let items = Set(["5.2", "A.2.2"].compactMap { dossier.catalogues[catalogue].position(of: $0) })
    return dossier.positions(of: Policy.name).filter { position in
      dossier.graph.edges(from: .entry(position)).contains { edge in
        guard edge.site.field == "implements", case .item(catalogue, let item) = edge.target else { return false }
        return items.contains(item)
      }
    }
  }
}
