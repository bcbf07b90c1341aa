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
    /// An address on another host. The browser sends no referrer to that host.
    case external(Href)
    /// No target: only the words are shown.
    case text
    /// A target that does not exist. The page states that the target was not found.
    case missing
  }

  struct Reference: Sendable {
    let href: Href?
    /// The text that is shown if the reference has no words of its own.
    let name: String
    let title: String?
    /// The CSS class, named after the kind of the target: `risk`, `control`.
    let kind: String
    /// A note in brackets after the link: `expired`.
    var note: String? = nil
  }

  /// Keeps every destination exactly as the author wrote it, for comparison with libcmark-gfm.
  static let plain = MarkupLinks(
    link: { destination, _ in .page(Href(external: destination)) },
    image: { destination, _ in .page(Href(external: destination)) },
    reference: { target, _ in Reference(href: nil, name: target, title: nil, kind: "") })
}

/// How a text is rendered on its page.
struct MarkupStyle: Sendable {
  /// The number that is added to the level of every heading.
  var headingShift = 0
  /// The id of each heading, by the index of the heading's node.
  var headingIDs: [Int: String] = [:]
  /// The ids without a heading, by the index of the node before which they are written.
  var anchors: [Int: [String]] = [:]
  /// The number of bytes of `{#id}` at the end of a heading, by the index of the heading's node. These bytes are not shown.
  var suffixes: [Int: Int] = [:]
  /// The node of a heading that is left out, because the page already shows the same text as its title.
  var omitted: Int?
  /// The prefix of footnote ids. The prefix contains a dot, and heading ids contain no dot. So a footnote id never equals a
  /// heading id.
  var footnotePrefix = "fn."
  /// Whether to write exactly the HTML of libcmark-gfm, without the additions of the site.
  var isPlain = false

  /// Whether the text is the main text of its page.
  var isMain: Bool { footnotePrefix == "fn." }

  /// The name of a text that is not the main text of its page.
  var textName: String? { isMain ? nil : String(footnotePrefix.dropFirst(3).dropLast()) }

  static let plain = MarkupStyle(isPlain: true)

  init(headingShift: Int = 0, isPlain: Bool = false) { (self.headingShift, self.isPlain) = (headingShift, isPlain) }

  /// The style of a text with the ids of its outline.
  init(headingShift: Int, _ outline: Outline, omitted: Int? = nil) {
    self.headingShift = headingShift
    self.omitted = omitted
    headingIDs = Dictionary(outline.headings.map { ($0.node, $0.id) }) { first, _ in first }
    anchors = Dictionary(grouping: outline.anchors, by: \.node).mapValues { $0.map(\.id) }
    suffixes = Dictionary(outline.headings.filter { $0.suffix > 0 }.map { ($0.node, $0.suffix) }) { first, _ in first }
  }
}
