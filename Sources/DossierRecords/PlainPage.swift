package import DossierMarkup
package import DossierText

/// A Markdown file that is no record: rendered as it is.
package struct PlainPage: Sendable {
  /// The front matter's `title`, the first heading, or the file's name.
  package let title: String
  package let text: MarkupTree
  package let outline: Outline
  package let citations: [Citation]
  package let source: SourceFile
  /// Index of the first heading's node where it gives the title; a page does not say its title twice.
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
