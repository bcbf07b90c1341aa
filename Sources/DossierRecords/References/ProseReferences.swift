import DossierMarkup
import DossierText

/// Finds the references in a text: `[[…]]` and relative links.
enum ProseReferences {
  static func sites(in tree: MarkupTree, field: String, source: SourceFile) -> [ReferenceSite] {
    var sites: [ReferenceSite] = []
    for node in tree.nodes {
      let expectation: ReferenceSite.Expectation
      switch node.kind {
      case .reference: expectation = .either
      case .link, .image:
        switch LinkTarget(tree.string(node.target)) {
        case .relative, .fragment, .absolute: expectation = .link
        case .external, .unsafe: continue
        }
      default: continue
      }
      sites.append(
        ReferenceSite(
          expectation: expectation, target: tree.string(node.target), field: field, source: source, span: node.span,
          isImage: node.kind == .image))
    }
    return sites
  }
}
