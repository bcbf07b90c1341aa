package import DossierText

/// Finds content that the site does not show as written: raw HTML, comments, unsafe addresses and images from other hosts.
package enum MarkupInspection {
  package static func inspect(_ tree: MarkupTree, in source: SourceFile) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for node in tree.nodes {
      switch node.kind {
      case .link, .image:
        let destination = tree.string(node.target)
        switch LinkTarget(destination) {
        case .unsafe(let reason):
          diagnostics.append(
            Diagnostic(
              .unsafeAddress, .error, "\(reason) does not become a link", at: .init(source.path, node.span),
              help: "use an https address or a relative path"))
        case .external where node.kind == .image:
          diagnostics.append(
            Diagnostic(
              .remoteImage, .warning, "an image from another host is shown as a link",
              at: .init(source.path, node.span), help: "store the image next to this file and link to that copy"))
        default: break
        }
      default: break
      }
    }
    return diagnostics + tree.html.map { counted(diagnostic(of: $0, in: source), $0.count) }
  }

  private static func diagnostic(of use: HTMLUse, in source: SourceFile) -> Diagnostic {
    switch use.kind {
    case .comment:
      Diagnostic(
        .htmlComment, .note, "an HTML comment is not shown on the site", at: .init(source.path, use.span),
        help: "write in the text what readers of the site must know")
    case .openComment:
      Diagnostic(
        .rawHTML, .warning, "this HTML comment has no end, so the site leaves out the whole rest of the block",
        at: .init(source.path, use.span), help: "add `-->` after the comment")
    case .declaration:
      Diagnostic(
        .rawHTML, .warning, "an HTML declaration is shown as text, not as HTML", at: .init(source.path, use.span),
        help: "remove it")
    case .tag where use.isListed:
      Diagnostic(
        .rawHTML, .warning,
        "the HTML tag `<\(use.name)>` is shown as text, because its start and end do not match or it is in the wrong place",
        at: .init(source.path, use.span),
        help: "write its start tag and its end tag in the same block, and close inner elements first")
    case .tag:
      Diagnostic(
        .rawHTML, .warning, "the HTML tag `<\(use.name)>` is shown as text, not as HTML", at: .init(source.path, use.span),
        help: "write it in Markdown, or remove it")
    }
  }

  /// The diagnostics of one file, with one diagnostic for all comments and one for each tag. A record has several texts, so the
  /// diagnostics of all its texts are joined.
  package static func merged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var groups: [String: (first: Span, count: Int, texts: Int)] = [:]
    for diagnostic in diagnostics where isMergeable(diagnostic) {
      let (headline, count) = parts(diagnostic.headline)
      let group = groups[headline] ?? (diagnostic.primary.span, 0, 0)
      groups[headline] = (min(group.first, diagnostic.primary.span), group.count + count, group.texts + 1)
    }
    guard groups.contains(where: { $0.value.texts > 1 }) else { return diagnostics }
    var seen: Set<String> = []
    return diagnostics.compactMap { diagnostic in
      guard isMergeable(diagnostic) else { return diagnostic }
      let headline = parts(diagnostic.headline).headline
      guard let group = groups[headline], diagnostic.primary.span == group.first, seen.insert(headline).inserted else {
        return nil
      }
      return counted(
        Diagnostic(
          diagnostic.rule, diagnostic.severity, headline, at: diagnostic.primary, help: diagnostic.help), group.count)
    }
  }

  private static let ending = " places in this file)"

  private static func counted(_ diagnostic: Diagnostic, _ count: Int) -> Diagnostic {
    guard count > 1 else { return diagnostic }
    return Diagnostic(
      diagnostic.rule, diagnostic.severity, "\(diagnostic.headline) (\(count)\(ending)", at: diagnostic.primary,
      help: diagnostic.help)
  }

  /// A headline without its number of places, and the number.
  private static func parts(_ headline: String) -> (headline: String, count: Int) {
    guard headline.hasSuffix(ending), let open = headline.lastIndex(of: "("),
      let count = Int(headline[headline.index(after: open)...].dropLast(ending.count))
    else { return (headline, 1) }
    return (String(headline[..<open].dropLast()), count)
  }

  private static func isMergeable(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.rule == .rawHTML || diagnostic.rule == .htmlComment
  }
}
