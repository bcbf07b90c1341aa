import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// Creates the links of one page, relative to that page.
struct Linker: Sendable {
  let site: Site
  let route: Route

  private var dossier: Dossier { site.dossier }

  func href(_ target: Route, _ fragment: String? = nil) -> Href { Href(from: route, to: target, fragment: fragment) }

  /// The address of the target of a reference. Nil if the site has no page or file for the target.
  func href(_ target: ReferenceGraph.Target, _ fragment: String? = nil) -> Href? {
    switch target {
    case .entry(let i): href(site.routes.entries[i], fragment)
    case .page(let i): href(site.routes.pages[i], fragment)
    case .item(let catalogue, let item): href(site.routes.items[catalogue][item])
    case .register(let kind): site.kindPosition(kind).map { href(site.routes.kinds[$0]) }
    case .file(let path): site.routes.files[path].map { href($0) }
    case .folder: nil
    }
  }

  // MARK: Records

  /// A link with the id and the title of a record.
  ///
  /// A note follows the link if the record is not effective, or if it is evidence that is not valid. A caller that shows the
  /// status itself sets `hasNote` to false.
  func entry(_ i: Int, hasNote: Bool = true) -> HTML {
    HTML.build { out in
      out.link(entryHref(i), "ref " + dossier.entries[i].kind.name) { writeName(i, &$0) }
      if hasNote { StatusNote.write(site, i, &out) }
    }
  }

  func entryHref(_ i: Int) -> Href { href(site.routes.entries[i]) }

  func writeName(_ i: Int, _ out: inout [UInt8]) {
    let entry = dossier.entries[i]
    out.element("span", "id", entry.id)
    if entry.title != entry.id {
      out.put(" ")
      out.text(entry.title)
    }
  }

  /// Writes a short link for table cells: the id, or the title of a role. The link has the same note as in `entry`.
  func writeShort(_ i: Int, hasNote: Bool = true, _ out: inout [UInt8]) {
    let entry = dossier.entries[i]
    let isRole = entry.kind.name == Role.name
    out.link(entryHref(i), "ref " + entry.kind.name, title: isRole ? entry.id : entry.title) {
      $0.text(isRole ? entry.title : entry.id)
    }
    if hasNote { StatusNote.write(site, i, &out) }
  }

  func short(_ positions: [Int]) -> HTML {
    HTML.build { out in
      for (n, i) in positions.enumerated() {
        if n > 0 { out.put(", ") }
        writeShort(i, &out)
      }
    }
  }

  // MARK: Clauses and controls

  func writeItem(_ catalogue: Int, _ item: Int, isShort: Bool, _ out: inout [UInt8]) {
    let framework = dossier.catalogues[catalogue]
    let found = framework.items[item]
    let target = href(site.routes.items[catalogue][item])
    out.link(target, "ref item", title: isShort ? found.title : nil) {
      $0.element("span", "id", found.id)
      if !isShort {
        $0.put(" ")
        $0.text(found.title)
      }
      if framework.name != CatalogueLibrary.defaultName {
        $0.put(" ")
        $0.element("span", "note", framework.short)
      }
    }
  }

  // MARK: Texts

  /// Resolves the links in the text of a record or page.
  func markup(from origin: ReferenceGraph.Origin) -> MarkupLinks {
    let graph = dossier.graph
    @Sendable func find(_ destination: String, _ span: Span) -> MarkupLinks.Destination {
      switch LinkTarget(destination) {
      case .external(let address): return .external(Href(external: address))
      case .unsafe: return .text
      case .relative, .absolute, .fragment:
        guard let edge = graph.edge(from: origin, at: span, target: destination) else { return .missing }
        guard let target = edge.target else {
          // A target that exists but is not in the site is not a broken link.
          if case .unpublished? = edge.problem { return .text }
          return .missing
        }
        return href(target, edge.fragment).map { .page($0) } ?? .text
      }
    }
    return MarkupLinks(
      link: find,
      image: { destination, span in
        let found = find(destination, span)
        guard case .page(let href) = found else { return found }
        let isShown = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"].contains {
          href.text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
        return isShown ? found : .external(href)
      },
      reference: { target, span in
        guard let edge = graph.edge(from: origin, at: span, target: target), let found = edge.target, let href = href(found)
        else {
          return .init(href: nil, name: target, title: nil, kind: "")
        }
        switch found {
        case .entry(let i):
          let entry = dossier.entries[i]
          return .init(
            href: href, name: entry.id, title: entry.title, kind: entry.kind.name, note: StatusNote.words(site, i))
        case .item(let catalogue, let item):
          let found = dossier.catalogues[catalogue].items[item]
          return .init(href: href, name: found.id, title: found.title, kind: "item")
        case .page(let i):
          let page = dossier.pages[i]
          return .init(href: self.href(found, edge.fragment) ?? href, name: page.title, title: page.path.description, kind: "")
        case .register, .file, .folder: return .init(href: href, name: target, title: nil, kind: "")
        }
      })
  }
}
