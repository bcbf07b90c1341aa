import DossierMarkup
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

  /// The files that hold records or pages, in order.
  var textPaths: [SourcePath] { Array(Set(entries.map(\.path) + pages.map(\.path))).sorted() }

  /// The headings of what a link leads to.
  func headings(of target: ReferenceGraph.Target?) -> [Outline.Heading] {
    switch target {
    case .entry(let i): entries[i].outline.headings
    case .page(let i): pages[i].outline.headings
    default: []
    }
  }
}
