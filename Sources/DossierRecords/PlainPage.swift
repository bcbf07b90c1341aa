package import DossierMarkup
package import DossierText

/// A Markdown file that is not a record. It is rendered as a page.
package struct PlainPage: Sendable {
  /// The `title` in the front matter. If there is no `title`, the first heading, but only if its level is 1. Otherwise, the
  /// file name.
  package let title: String
  package let text: MarkupTree
  package let outline: Outline
  package let citations: [Citation]
  package let source: SourceFile
  /// The index of the node of the first heading, if this heading is the title. Then the page leaves the heading out of the text.
  package let titleNode: Int?

  package var path: SourcePath { source.path }

  init(_ source: SourceFile, _ text: MarkupTree, _ outline: Outline, title named: String?) {
    let heading = outline.headings.first.flatMap { $0.level == 1 ? $0 : nil }
    let title = named ?? heading?.text ?? String(source.path.name.split(separator: ".").first ?? "Page")
    self.title = title.isEmpty ? source.path.name : title
    self.text = text
    self.outline = outline
    citations = CitationScan.citations(in: text, of: source)
    self.source = source
    titleNode = heading.flatMap { $0.text == title ? $0.node : nil }
  }
}
