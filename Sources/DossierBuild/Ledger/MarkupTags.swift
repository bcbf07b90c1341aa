/// The tags of a simple page or feed. The parser accepts only the syntax that dossier writes. All other parsers read this syntax
/// in the same way.
struct MarkupTags {
  let tags: [Tag]

  struct Tag {
    let name: Substring
    let attributes: [(name: Substring, value: Substring)]

    func value(_ name: String) -> Substring? { attributes.first { $0.name == name }?.value }

    /// The URLs that the tag links to or loads. Nil if the URLs cannot be determined.
    var targets: [String]? {
      var found = attributes.filter { $0.name == "href" || $0.name == "src" }.map { String($0.value) }
      if name == "script", value("src") == nil { return nil }
      switch value("http-equiv")?.lowercased() {
      case nil, "content-security-policy": break
      case "refresh":
        guard let content = value("content"), content.hasPrefix("0; url=") else { return nil }
        found.append(String(content.dropFirst("0; url=".count)))
      default: return nil
      }
      return found
    }
  }

  private static let names: Set<Substring> = [
    "a", "author", "b", "body", "caption", "code", "dd", "div", "dl", "dt", "em", "entry", "feed", "footer", "h1", "h2", "h3",
    "head",
    "header", "html", "id", "li", "link", "main", "meta", "name", "nav", "ol", "p", "script", "section", "span", "strong",
    "summary",
    "table", "tbody", "td", "th", "thead", "time", "title", "tr", "ul", "updated",
  ]
  private static let attributes: Set<Substring> = [
    "aria-label", "charset", "class", "content", "data-label", "datetime", "defer", "href", "http-equiv", "id", "lang", "name",
    "rel",
    "role", "scope", "src", "tabindex", "title", "type", "xmlns",
  ]

  /// Nil if a tag does not have the form `<name attribute="value">`, or if version lists do not use the element or the attribute.
  init?(_ text: String) {
    // Reject delimiters followed by a combining mark. Swift merges them into one `Character` and would miss the delimiter; an
    // HTML parser would not.
    let signs = "<>=\"/! ".unicodeScalars
    let hides = text.contains { $0.unicodeScalars.count > 1 && $0.unicodeScalars.contains { signs.contains($0) } }
    guard !hides else { return nil }
    var rest = text[...]
    var tags: [Tag] = []
    while let begin = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: begin)...]
      guard let end = rest.firstIndex(of: ">") else { return nil }
      let inside = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if inside == "!doctype html" || inside == "?xml version=\"1.0\" encoding=\"utf-8\"?" { continue }
      if inside.hasPrefix("!-- "), inside.hasSuffix(" --"), !inside.contains("<") { continue }
      if inside.hasPrefix("/"), MarkupTags.names.contains(inside.dropFirst()) { continue }
      guard let tag = MarkupTags.tag(inside.hasSuffix("/") ? inside.dropLast() : inside) else { return nil }
      // Reject text inside a script element. Only the file in `src` is checked, but a browser may run the text.
      if tag.name == "script", !rest.hasPrefix("</script>") { return nil }
      tags.append(tag)
    }
    self.tags = tags
  }

  private static func tag(_ inside: Substring) -> Tag? {
    let name = inside.prefix { $0 != " " }
    guard names.contains(name) else { return nil }
    var rest = inside.dropFirst(name.count)
    var found: [(name: Substring, value: Substring)] = []
    while !rest.isEmpty {
      guard rest.first == " " else { return nil }
      rest = rest.dropFirst()
      let attribute = rest.prefix { $0 != " " && $0 != "=" }
      guard attributes.contains(attribute), !found.contains(where: { $0.name == attribute }) else { return nil }
      rest = rest.dropFirst(attribute.count)
      var value: Substring = ""
      if rest.first == "=" {
        guard rest.dropFirst().first == "\"" else { return nil }
        rest = rest.dropFirst(2)
        value = rest.prefix { $0 != "\"" }
        guard value.endIndex < rest.endIndex else { return nil }
        rest = rest[rest.index(after: value.endIndex)...]
      }
      found.append((attribute, value))
    }
    return Tag(name: name, attributes: found)
  }
}
