import DossierMarkup

/// An entry of a table of contents.
struct ContentsEntry: ViewModel {
  let title: String
  let href: Href
  let level: String

  static let view = View<ContentsEntry>(.text("title", \.title), .link("href", \.href), .text("level", \.level))

  /// The entries for the sections of a page. A section without a title is not on the page, so it has no entry.
  static func sections(_ parts: [(id: String, title: String?)]) -> [ContentsEntry] {
    parts.compactMap { id, title in title.map { ContentsEntry(title: $0, href: Href(fragment: id), level: "level-1") } }
  }

  /// The entries for the headings of a text. `below` says how many levels the entries are indented below the entries of
  /// sections.
  static func headings(_ outline: Outline, omitted: Int?, below: Int) -> [ContentsEntry] {
    let shown = outline.headings.filter { $0.node != omitted && $0.level <= 4 }
    let top = shown.map(\.level).min() ?? 1
    return shown.map {
      ContentsEntry(title: $0.text, href: Href(fragment: $0.id), level: "level-\($0.level - top + 1 + below)")
    }
  }
}
