import DossierRecords
import DossierText

extension Dossier {
  /// "risk RSK-012" or "handbook/index.md": the subject of a message about a reference.
  func name(of origin: ReferenceGraph.Origin) -> String {
    switch origin {
    case .entry(let i): entries[i].named
    case .page(let i): pages[i].path.description
    }
  }
}
