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

  /// What can stand after `#` in a link that leads there: ids of headings, or of a register's records.
  func anchors(of target: ReferenceGraph.Target?) -> [String] {
    switch target {
    case .entry(let i): entries[i].outline.headings.map(\.id)
    case .page(let i): pages[i].outline.headings.map(\.id)
    case .register(let kind): entries(of: kind).filter { $0.path.fileExtension != "md" }.map(\.id)
    default: []
    }
  }
}
