package import DossierMarkup
package import DossierText

/// A Markdown file that is not a record. It is rendered as a page.
package struct PlainPage: Sendable {
  /// The `title` in the front matter, or the first heading, or the file name without its extension.
  ///
  /// The title of a page that has no heading and is called `README` or similar is the name of its folder. `distinguished` makes
  /// the titles of several pages different.
  package let title: String
  package let text: MarkupTree
  package let outline: Outline
  package let citations: [Citation]
  package let source: SourceFile
  /// The index of the node of the first heading, if this heading is the title. Then the page leaves the heading out of the text.
  package let titleNode: Int?

  package var path: SourcePath { source.path }

  /// Whether the author wrote the title: it is in the front matter, or it is a heading of level 1.
  private let isTitled: Bool

  init(_ source: SourceFile, _ text: MarkupTree, _ outline: Outline, title named: String?) {
    let heading = outline.headings.first { !PlainPage.isBlank($0.text) }
    let named = named.flatMap { PlainPage.isBlank($0) ? nil : $0 }
    let title = named ?? heading?.text ?? PlainPage.name(of: source.path)
    // A heading of another level moves to the head of the page only if no text comes before it.
    let node = heading.flatMap { $0.text == title && ($0.level == 1 || $0.node == 1) ? $0.node : nil }
    self.init(
      title: title, isTitled: named != nil || heading?.level == 1, text: text, outline: outline,
      citations: CitationScan.citations(in: text, of: source), source: source, titleNode: node)
  }

  private init(
    title: String, isTitled: Bool, text: MarkupTree, outline: Outline, citations: [Citation], source: SourceFile, titleNode: Int?
  ) {
    (self.title, self.isTitled, self.text, self.outline) = (title, isTitled, text, outline)
    (self.citations, self.source, self.titleNode) = (citations, source, titleNode)
  }

  private static func isBlank(_ title: String) -> Bool { title.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// The title of a page without a heading.
  private static func name(of path: SourcePath) -> String {
    let count = path.fileExtension.utf8.count
    let stem = count == 0 ? path.name : String(decoding: path.name.utf8.dropLast(count + 1), as: UTF8.self)
    guard let folder = path.folder.last, generic.contains(Suggestion.letters(of: stem)) else { return stem }
    return folder
  }

  /// Names of files that exist in many folders, in lower case and without hyphens, underscores and spaces.
  private static let generic: Set = ["readme", "index", "modelcard", "datacard", "datasheet", "card", "home", "overview"]

  /// The pages with the name of the folder added to titles that several pages have. Titles that an author wrote are not changed.
  static func distinguished(_ pages: [DecodedDocument.DecodedPage]) -> [DecodedDocument.DecodedPage] {
    let counts = Dictionary(pages.map { ($0.page.title, 1) }, uniquingKeysWith: +)
    return pages.map { decoded in
      let page = decoded.page
      guard !page.isTitled, counts[page.title] ?? 0 > 1, !page.path.folder.isEmpty else { return decoded }
      let title = "\(page.title) (\(page.path.folder.joined(separator: "/")))"
      return .init(page: page.titled(title), references: decoded.references)
    }
  }

  private func titled(_ title: String) -> PlainPage {
    PlainPage(
      title: title, isTitled: isTitled, text: text, outline: outline, citations: citations, source: source, titleNode: titleNode)
  }
}
