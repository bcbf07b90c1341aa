import DossierMarkup
import DossierText

/// Resolves the links, images and references of a text for the page that shows the text.
struct MarkupLinks: Sendable {
  let link: @Sendable (_ destination: String, _ span: Span) -> Destination
  let image: @Sendable (_ destination: String, _ span: Span) -> Destination
  let reference: @Sendable (_ target: String, _ span: Span) -> Reference

  enum Destination: Sendable {
    /// A page or file of this site.
    case page(Href)
    /// An address on another host. It is opened without a referrer.
    case external(Href)
    /// No target: only the words are shown.
    case text
    /// A target that does not exist. The page states that it was not found.
    case missing
  }

  struct Reference: Sendable {
    let href: Href?
    /// The text that is shown if the reference has no words of its own.
    let name: String
    let title: String?
    /// The CSS class, from the kind of the target: `risk`, `control`.
    let kind: String
    /// A note in brackets after the link: `expired`.
    var note: String? = nil
  }

  /// Every destination as it is written, for comparison with libcmark-gfm.
  static let plain = MarkupLinks(
    link: { destination, _ in .page(Href(external: destination)) },
    image: { destination, _ in .page(Href(external: destination)) },
    reference: { target, _ in Reference(href: nil, name: target, title: nil, kind: "") })
}

/// How a text is rendered on its page.
struct MarkupStyle: Sendable {
  /// Added to the level of every heading.
  var headingShift = 0
  /// The ids of headings by their node.
  var headingIDs: [Int: String] = [:]
  /// A heading that is not shown, because it is the title of the page.
  var omitted: Int?
  /// The prefix of the ids of footnotes. It contains a dot, so that it differs from every heading id.
  var footnotePrefix = "fn."
  /// Whether to write exactly the HTML of libcmark-gfm, without the additions of the site.
  var isPlain = false

  static let plain = MarkupStyle(isPlain: true)
}
