@testable import DossierMarkup
@testable import DossierSite
@testable import DossierText

/// Markdown as HTML of the site: only known elements and attributes, each element closed, and only safe addresses.
enum MarkdownTarget {
  static func run(_ bytes: [UInt8]) throws {
    let source = SourceFile(path: SourcePath(parts: ["page.md"]), bytes: bytes)
    let document = DocumentParser.parse(source).value
    try SpanProperties(size: bytes.count).check(document.body)
    let html = MarkupHTML.render(document.body, links: links, style: MarkupStyle(headingShift: 1)).bytes
    try check(html)
    let again = MarkupHTML.render(DocumentParser.parse(source).value.body, links: links, style: MarkupStyle(headingShift: 1))
      .bytes
    try require(html == again, "a second run gives another result")
    _ = MarkupHTML.render(document.body, links: .plain, style: .plain)
  }

  /// The decision of the site for each address, with one page as the target of all relative links.
  private static let links = MarkupLinks(
    link: { address, _ in destination(address) }, image: { address, _ in destination(address) },
    reference: { target, _ in
      .init(href: target.utf8.count % 2 == 0 ? Href(fragment: target) : nil, name: target, title: target, kind: "risk")
    })

  private static func destination(_ address: String) -> MarkupLinks.Destination {
    switch LinkTarget(address) {
    case .external(let address): .external(Href(external: address))
    case .relative(let path, _), .absolute(let path, _): path.utf8.count % 2 == 0 ? .page(Href(fragment: path)) : .missing
    case .fragment(let fragment): .page(Href(fragment: fragment))
    case .unsafe: .text
    }
  }

  private static let empty: Set<String> = ["br", "hr", "img", "input"]
  private static let elements: Set<String> = empty.union([
    "a", "blockquote", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "section", "span",
    "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ])
  private static let attributes: Set<String> = [
    "alt", "aria-label", "checked", "class", "disabled", "href", "id", "rel", "role", "scope", "src", "start", "tabindex",
    "title",
    "type",
  ]

  private static func check(_ html: [UInt8]) throws {
    var open: [String] = []
    for token in HTMLTokens.tokens(of: html) {
      switch token {
      case .text: break
      case .comment: throw Violation(description: "the HTML contains a comment")
      case .start(let name, let values):
        try require(elements.contains(name), "the HTML contains the element \(name)")
        for (attribute, value) in values {
          try require(attributes.contains(attribute), "the element \(name) has the attribute \(attribute)")
          if attribute == "href" || attribute == "src" { try check(address: value) }
        }
        if !empty.contains(name) { open.append(name) }
      case .end(let name): try require(open.popLast() == name, "the element \(name) is closed, but it is not open")
      }
    }
    try require(open.isEmpty, "the elements \(open) are not closed")
  }

  /// A browser ignores control characters in an address and reads a name before a colon as the scheme.
  private static func check(address: String) throws {
    let text = address.unicodeScalars.filter { $0.value > 0x20 }
    let scheme = text.prefix { $0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0) }
    guard scheme.endIndex < text.endIndex, text[scheme.endIndex] == ":" else { return }
    let name = String(String.UnicodeScalarView(scheme)).lowercased()
    try require(["http", "https", "mailto", "tel", "ftp"].contains(name), "the HTML contains the address \(address)")
  }
}
