package import DossierText

/// Finds content that the site does not show as written: raw HTML, unsafe addresses and images from other hosts.
package enum MarkupInspection {
  package static func inspect(_ tree: MarkupTree, in source: SourceFile) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for node in tree.nodes {
      switch node.kind {
      case .htmlBlock, .htmlInline:
        let what = tree.bytes(node.literal).starts(with: Array("<!--".utf8)) ? "an HTML comment" : "raw HTML"
        diagnostics.append(
          Diagnostic(
            .rawHTML, .warning, "\(what) is shown as text, not as HTML", at: .init(source.path, firstLine(node.span, source)),
            help: "write it in Markdown, or remove it"))
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
    return diagnostics
  }

  private static func firstLine(_ span: Span, _ source: SourceFile) -> Span {
    let bytes = source.bytes[span.range.clamped(to: source.bytes.indices)]
    return Span(Int(span.lower), Int(span.lower) + bytes.prefix { $0 != 0x0A && $0 != 0x0D }.count)
  }
}
