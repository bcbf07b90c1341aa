import DossierRecords
import DossierText

/// The controls and clauses for which there is evidence on a day, whether the evidence names them or their line of the statement of
/// applicability names the evidence.
struct ShownControls {
  private var shown: Set<ReferenceGraph.Target> = []

  init(_ dossier: Dossier, on day: CivilDate) {
    for (position, _, _) in dossier.standing(Evidence.self, on: day) {
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "controls" {
        if let target = edge.target { shown.insert(target) }
      }
      for row in dossier.origins(of: position, ControlImplementation.name, "evidence") {
        for edge in dossier.graph.edges(from: .entry(row)) where edge.site.field == "control" {
          if let target = edge.target { shown.insert(target) }
        }
      }
    }
  }

  var isEmpty: Bool { shown.isEmpty }

  func contains(_ target: ReferenceGraph.Target) -> Bool { shown.contains(target) }
}
