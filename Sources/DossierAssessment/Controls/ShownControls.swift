package import DossierRecords

/// The controls and clauses for which there is evidence that counts. Evidence that is no longer fresh is included.
package struct ShownControls: Sendable {
  private var shown: Set<ReferenceGraph.Target> = []

  init(_ dated: DatedDossier) {
    let dossier = dated.dossier
    for (position, _, _) in dated.records(Evidence.self) {
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "controls" {
        if let target = edge.target { shown.insert(target) }
      }
      for line in dossier.origins(of: position, ControlImplementation.name, "evidence") {
        if let target = dossier.control(of: line) { shown.insert(target) }
      }
    }
  }

  package var isEmpty: Bool { shown.isEmpty }

  package func contains(_ target: ReferenceGraph.Target) -> Bool { shown.contains(target) }
}
