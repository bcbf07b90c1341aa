import DossierRecords
import DossierText

extension Dossier {
  /// The AI policies that are effective on a day: policies that implement clause 5.2 or control A.2.2.
  func aiPolicies(on day: CivilDate) -> [Found<Policy>] {
    guard let catalogue = catalogues.firstIndex(where: { $0.name == CatalogueLibrary.defaultName }) else { return [] }
    let items = Set(["5.2", "A.2.2"].compactMap { catalogues[catalogue].position(of: $0) })
    return standing(Policy.self, on: day).filter { found in
      graph.edges(from: .entry(found.position)).contains { edge in
        guard edge.site.field == "implements", case .item(catalogue, let item) = edge.target else { return false }
        return items.contains(item)
      }
    }
  }
}
