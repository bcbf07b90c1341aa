import DossierComparison
import DossierRecords
import DossierText

/// Writes changes as HTML. Removed text is in `<del>`, added text is in `<ins>`, and names link to their pages.
struct ChangeHTML {
  let linker: Linker
  /// Files whose text this edition does not show.
  let withheld: Set<SourcePath>

  func head(_ entry: ReportEntry) -> HTML {
    if let path = entry.path, withheld.contains(path) {
      return HTML.build { $0.text(SiteWords.withheld) }
    }
    let href = entry.subject.flatMap(href)
    // Link only the first name: it is the record or page that the entry describes.
    var isLinked = false
    return HTML.build { out in
      for piece in entry.head {
        if case .name(let text) = piece, let href, !isLinked {
          isLinked = true
          out.link(href, "ref") { $0.withCode(text) }
        } else {
          write(piece, &out)
        }
      }
    }
  }

  func line(_ pieces: [ReportPiece]) -> HTML { HTML.build { out in for piece in pieces { write(piece, &out) } } }

  private func write(_ piece: ReportPiece, _ out: inout [UInt8]) {
    switch piece {
    case .words(let text), .value(let text): out.withCode(text)
    case .name(let text): write(text, as: "strong", &out)
    case .removed(let text): write(text, as: "del", &out)
    case .added(let text): write(text, as: "ins", &out)
    }
  }

  private func write(_ text: String, as element: String, _ out: inout [UInt8]) {
    out.put("<\(element)>")
    out.withCode(text)
    out.put("</\(element)>")
  }

  private func href(_ subject: ReportEntry.Subject) -> Href? {
    let site = linker.site
    switch subject {
    case .record(let id): return site.dossier.position(of: id).map(linker.entryHref)
    case .page(let path):
      return site.dossier.pages.firstIndex { $0.path == path }.map { linker.href(site.routes.pages[$0]) }
    case .item(let id):
      guard let catalogue = site.dossier.catalogues.firstIndex(where: { $0.name == CatalogueLibrary.defaultName }),
        let item = site.dossier.catalogues[catalogue].items.firstIndex(where: { $0.id == id })
      else { return nil }
      return linker.href(site.routes.items[catalogue][item])
    }
  }
}
