import DossierMarkup
import DossierRecords

extension Linker {
  /// The scope of the management system from `dossier.yaml`. Nil if `dossier.yaml` states no scope.
  var scope: HTML? {
    site.dossier.configuration.scope.map {
      var style = MarkupStyle(headingShift: 2)
      style.footnotePrefix = "fn.scope."
      // Relative links in `dossier.yaml` are not resolved, so only their words are shown.
      let links = MarkupLinks(
        link: { destination, _ in
          if case .external(let address) = LinkTarget(destination) { .external(Href(external: address)) } else { .text }
        },
        image: { _, _ in .text },
        reference: { target, _ in
          guard let i = site.dossier.position(of: target) else { return .init(href: nil, name: target, title: nil, kind: "") }
          let entry = site.dossier.entries[i]
          return .init(
            href: entryHref(i), name: entry.id, title: entry.title, kind: entry.kind.name, note: StatusNote.words(site, i))
        })
      return MarkupHTML.render($0.tree, links: links, style: style)
    }
  }
}
