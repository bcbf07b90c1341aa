import DossierMarkup
import DossierRecords
import DossierText

extension Dossier {
  /// The name of the origin of a reference, for messages: "risk RSK-012" or "handbook/index.md".
  func name(of origin: ReferenceGraph.Origin) -> String {
    switch origin {
    case .entry(let i): entries[i].named
    case .page(let i): pages[i].path.description
    }
  }

  /// The files that contain records or pages, sorted.
  var textPaths: [SourcePath] { Array(Set(entries.map(\.path) + pages.map(\.path))).sorted() }

  /// The possible fragments after `#` in a link to the target: the ids of headings, or of the records of a register.
  func anchors(of target: ReferenceGraph.Target?) -> [String] {
    switch target {
    case .entry(let i): entries[i].outline.allIDs
    case .page(let i): pages[i].outline.allIDs
    case .register(let kind): entries(of: kind).filter { !$0.path.isMarkup }.map(\.id)
    default: []
    }
  }
}
