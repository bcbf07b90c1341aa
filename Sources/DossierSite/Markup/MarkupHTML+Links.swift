import DossierMarkup

/// Links, images, references and footnotes.
extension MarkupHTML {
  mutating func link(_ node: MarkupTree.Node) {
    let destination = tree.string(node.target)
    if style.isPlain {
      put("<a href=\"")
      if MarkupHTML.isSafe(destination) { Escape.appendURL(tree.bytes(node.target), to: &out) }
      put("\"")
      title(node)
      put(">")
      closers.append("</a>")
      return
    }
    switch links.link(destination, node.span) {
    case .page(let href): anchor(href, isExternal: false, node)
    case .external(let href): anchor(href, isExternal: true, node)
    case .text: closers.append("")
    case .missing:
      put("<span class=\"dead\">")
      closers.append("<span class=\"hidden\"> \(MarkupWords.notFound)</span></span>")
    }
  }

  mutating func anchor(_ href: Href, isExternal: Bool, _ node: MarkupTree.Node) {
    put("<a href=\"")
    Escape.appendURL(href.text.utf8, to: &out)
    put("\"")
    if isExternal { put(" rel=\"noopener noreferrer\"") }
    title(node)
    put(">")
    closers.append("</a>")
  }

  mutating func title(_ node: MarkupTree.Node) {
    guard !node.title.isEmpty else { return }
    put(" title=\"")
    Escape.append(tree.bytes(node.title), to: &out)
    put("\"")
  }

  /// Whether libcmark-gfm's safe mode accepts the destination.
  static func isSafe(_ destination: String) -> Bool {
    let text = destination.lowercased()
    if text.utf8.starts(with: "data:image/".utf8) {
      return ["png", "gif", "jpeg", "webp"].contains { text.utf8.dropFirst(11).starts(with: $0.utf8) }
    }
    return !["javascript:", "vbscript:", "file:", "data:"].contains { text.utf8.starts(with: $0.utf8) }
  }

  /// Writes an image of this site, or a link to an image elsewhere. Returns the index after the image.
  mutating func image(_ i: Int, _ node: MarkupTree.Node) -> Int {
    let destination = tree.string(node.target)
    var words: [UInt8] = []
    for part in tree.nodes[(i + 1)..<Int(node.end)] {
      switch part.kind {
      case .text, .code, .htmlInline: words += tree.bytes(part.literal)
      case .reference: words += tree.bytes(part.literal.isEmpty ? part.target : part.literal)
      case .softBreak, .lineBreak: words.append(0x20)
      default: break
      }
    }
    func appendWords(to out: inout [UInt8]) { Escape.append(words, to: &out) }
    switch style.isPlain
      ? .page(Href(external: MarkupHTML.isSafe(destination) ? destination : "")) : links.image(destination, node.span)
    {
    case .page(let href):
      put("<img src=\"")
      Escape.appendURL(href.text.utf8, to: &out)
      put("\" alt=\"")
      appendWords(to: &out)
      put("\"")
      title(node)
      let size = MarkupTree.parts(node.number)
      if size.first > 0 { put(" width=\"\(size.first)\"") }
      if size.second > 0 { put(" height=\"\(size.second)\"") }
      put(" />")
    case .external(let href):
      // A link must not contain another link. For an image inside a link, only the words are shown.
      let isInsideLink = open.contains { tree.nodes[$0].kind == .link }
      if !isInsideLink { anchor(href, isExternal: !href.text.utf8.starts(with: ".".utf8), node) }
      put(MarkupWords.image)
      if words.isEmpty { Escape.append(destination, to: &out) } else { appendWords(to: &out) }
      if !isInsideLink { put(closers.popLast() ?? "") }
    case .text: appendWords(to: &out)
    case .missing:
      put("<span class=\"dead\">")
      appendWords(to: &out)
      put(" \(MarkupWords.imageNotFound)</span>")
    }
    return Int(node.end)
  }

  mutating func reference(_ node: MarkupTree.Node) {
    if style.isPlain {
      put("[[")
      Escape.append(tree.bytes(node.target), to: &out)
      return put("]]")
    }
    let found = links.reference(tree.string(node.target), node.span)
    func words(_ out: inout [UInt8]) {
      if node.literal.isEmpty { Escape.append(found.name, to: &out) } else { Escape.append(tree.bytes(node.literal), to: &out) }
    }
    guard let href = found.href else {
      put("<span class=\"dead\">")
      words(&out)
      return put("<span class=\"hidden\"> \(MarkupWords.notFound)</span></span>")
    }
    put("<a class=\"ref \(found.kind)\" href=\"")
    Escape.appendURL(href.text.utf8, to: &out)
    if let title = found.title {
      put("\" title=\"")
      Escape.appendAttribute(node.literal.isEmpty ? title : "\(found.name) \(title)", to: &out)
    }
    put("\">")
    words(&out)
    put("</a>")
    if let note = found.note {
      put(" ")
      out.element("span", "note lapsed", "(\(note))")
    }
  }

  // MARK: Footnotes

  mutating func footnoteReference(_ node: MarkupTree.Node) {
    let count = (references[node.number] ?? 0) + 1
    references[node.number] = count
    let id = "\(style.footnotePrefix)\(node.number)"
    put("<sup class=\"footnote-ref\"><a href=\"#\(id)\" id=\"ref-\(id)\(count > 1 ? ".\(count)" : "")\"")
    put(" aria-label=\"\(MarkupWords.footnote(node.number))\">\(node.number)</a></sup>")
  }

  mutating func definition(_ node: MarkupTree.Node) {
    if !hasFootnotes {
      block("<section class=\"footnotes\" aria-label=\"\(MarkupWords.footnotes)\">\n<ol>\n")
      hasFootnotes = true
    }
    block("<li id=\"\(style.footnotePrefix)\(node.number)\">\n")
  }

  /// Whether the paragraph `i` is the last paragraph of a footnote. The links back to the text are written at the end of that
  /// paragraph.
  func endsFootnote(_ i: Int) -> Bool {
    guard let parent = open.last, tree.nodes[parent].kind == .footnoteDefinition else { return false }
    return tree.nodes[i].end == tree.nodes[parent].end
  }

  mutating func backLinks(of number: Int32) {
    for count in 1...max(1, min(references[number] ?? 1, 50)) {
      let id = "ref-\(style.footnotePrefix)\(number)\(count > 1 ? ".\(count)" : "")"
      put(" <a href=\"#\(id)\" class=\"footnote-backref\" aria-label=\"\(MarkupWords.back(fromFootnote: number))\">↩</a>")
    }
  }
}
