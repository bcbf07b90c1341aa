import DossierMarkup
import DossierText

/// Decides what the links, images and references of a text become on the page that shows it.
struct MarkupLinks: Sendable {
  let link: @Sendable (_ destination: String, _ span: Span) -> Destination
  let image: @Sendable (_ destination: String, _ span: Span) -> Destination
  let reference: @Sendable (_ target: String, _ span: Span) -> Reference

  enum Destination: Sendable {
    /// A page or file of this site.
    case page(Href)
    /// Another host: opened without telling it where the reader came from.
    case external(Href)
    /// Nothing to go to: only the words are shown.
    case text
    /// Something was to be there and is not; the page says so.
    case missing
  }

  struct Reference: Sendable {
    let href: Href?
    /// What is shown when the writer gave no words.
    let name: String
    let title: String?
    /// Class by the kind of what is named: `risk`, `control`.
    let kind: String
    /// Shown in brackets behind the link: `expired`.
    var note: String? = nil
  }

  /// Every destination as it is written: for comparing with libcmark-gfm.
  static let plain = MarkupLinks(
    link: { destination, _ in .page(Href(external: destination)) },
    image: { destination, _ in .page(Href(external: destination)) },
    reference: { target, _ in Reference(href: nil, name: target, title: nil, kind: "") })
}

/// How a text is set on its page.
struct MarkupStyle: Sendable {
  /// Added to the level of every heading.
  var headingShift = 0
  /// Ids of headings, by node.
  var headingIDs: [Int: String] = [:]
  /// A heading that is not shown, because it is the page's title.
  var omitted: Int?
  /// What stands before `1` in the ids of footnotes; holds a dot, which no heading's id does.
  var footnotePrefix = "fn."
  /// Exactly as libcmark-gfm writes it, without anything of ours.
  var isPlain = false

  static let plain = MarkupStyle(isPlain: true)
}
