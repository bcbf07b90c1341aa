import DossierMarkup

/// A `MarkupTree` as HTML. The same bytes as libcmark-gfm's own renderer where nothing of ours is asked for.
///
/// Not recursive: a text may be nested as deeply as its limits allow.
struct MarkupHTML {
  private let tree: MarkupTree
  private let links: MarkupLinks
  private let style: MarkupStyle
  private var out: [UInt8] = []
  private var open: [Int] = []
  /// How often each footnote has been referred to.
  private var references: [Int32: Int] = [:]
  private var tables = 0
  private var hasFootnotes = false
  private var isInTableBody = false
  /// The elements that were opened for links, to be closed in turn.
  private var closers: [String] = []

  static func render(_ tree: MarkupTree, links: MarkupLinks, style: MarkupStyle = MarkupStyle()) -> HTML {
    var writer = MarkupHTML(tree, links, style)
    writer.out.reserveCapacity(tree.text.count * 2)
    writer.run()
    return HTML(writer.out)
  }

  private init(_ tree: MarkupTree, _ links: MarkupLinks, _ style: MarkupStyle) {
    self.tree = tree
    self.links = links
    self.style = style
  }

  private mutating func run() {
    var i = 0
    while i < tree.nodes.count {
      while let last = open.last, Int(tree.nodes[last].end) <= i { leave(open.removeLast()) }
      if i == style.omitted {
        i = Int(tree.nodes[i].end)
        continue
      }
      i = enter(i)
    }
    while let last = open.popLast() { leave(last) }
  }

  /// Writes the beginning of a node; the index of the node to go on with.
  private mutating func enter(_ i: Int) -> Int {
    let node = tree.nodes[i]
    switch node.kind {
    case .document: break
    case .blockQuote: block("<blockquote>\n")
    case .list:
      block(node.isMarked ? (node.number == 1 ? "<ol>\n" : "<ol start=\"\(node.number)\">\n") : "<ul>\n")
    case .item: item(node)
    case .codeBlock: code(node)
    case .htmlBlock: rawBlock(node)
    case .paragraph: if !isTight(i) { block("<p>") }
    case .heading: heading(i, node)
    case .thematicBreak: block("<hr />\n")
    case .table: table(node)
    case .tableRow: row(node)
    case .tableCell: cell(node)
    case .footnoteDefinition: definition(node)
    case .text: Escape.append(tree.bytes(node.literal), to: &out)
    case .softBreak: put("\n")
    case .lineBreak: put("<br />\n")
    case .code:
      put("<code>")
      Escape.append(tree.bytes(node.literal), to: &out)
      put("</code>")
    case .htmlInline:
      if style.isPlain { put("<!-- raw HTML omitted -->") } else { raw(node) }
    case .emphasis: put("<em>")
    case .strong: put("<strong>")
    case .strikethrough: put("<del>")
    case .link: link(node)
    case .image: return image(i, node)
    case .reference: reference(node)
    case .footnoteReference: footnoteReference(node)
    }
    if Int(node.end) > i + 1 || isContainer(node.kind) { open.append(i) }
    return i + 1
  }

  private mutating func leave(_ i: Int) {
    let node = tree.nodes[i]
    switch node.kind {
    case .document: if hasFootnotes { put("</ol>\n</section>\n") }
    case .blockQuote: block("</blockquote>\n")
    case .list: put(node.isMarked ? "</ol>\n" : "</ul>\n")
    case .item: put("</li>\n")
    case .paragraph:
      if isTight(i) { break }
      if endsFootnote(i) { backLinks(of: tree.nodes[open.last ?? 0].number) }
      put("</p>\n")
    case .heading: endHeading(i, node)
    case .table:
      if isInTableBody { block("</tbody>\n") }
      isInTableBody = false
      block(style.isPlain ? "</table>\n" : "</table></div>\n")
    case .tableRow:
      block("</tr>")
      if node.isMarked { block("</thead>") }
    case .tableCell: put(isHeaderCell ? "</th>" : "</td>")
    case .footnoteDefinition:
      if out.last != 0x0A { put("\n") }
      put("</li>\n")
    case .emphasis: put("</em>")
    case .strong: put("</strong>")
    case .strikethrough: put("</del>")
    case .link: put(closers.popLast() ?? "")
    default: break
    }
  }

  // MARK: Blocks

  private func isContainer(_ kind: MarkupTree.Kind) -> Bool {
    switch kind {
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .table, .tableRow, .tableCell, .footnoteDefinition,
      .emphasis, .strong, .strikethrough, .link:
      true
    default: false
    }
  }

  private func isTight(_ i: Int) -> Bool {
    // While entering, the parent is the last of the open nodes; while leaving, the node itself has been taken off.
    guard open.count >= 2 else { return false }
    let list = tree.nodes[open[open.count - 2]]
    return list.kind == .list && list.isSpecial
  }

  private mutating func item(_ node: MarkupTree.Node) {
    block(node.isSpecial && !style.isPlain ? "<li class=\"task\">" : "<li>")
    guard node.isSpecial else { return }
    put("<input type=\"checkbox\" ")
    if node.isMarked { put("checked=\"\" ") }
    put(style.isPlain ? "disabled=\"\" /> " : "disabled=\"\" aria-label=\"\(node.isMarked ? "done" : "not done")\" /> ")
  }

  private mutating func code(_ node: MarkupTree.Node) {
    let info = tree.bytes(node.target)
    if info.isEmpty {
      block("<pre><code>")
    } else {
      block("<pre><code class=\"language-")
      Escape.append(info.prefix { $0 > 0x20 }, to: &out)
      put("\">")
    }
    Escape.append(tree.bytes(node.literal), to: &out)
    put("</code></pre>\n")
  }

  private mutating func rawBlock(_ node: MarkupTree.Node) {
    if style.isPlain { return block("<!-- raw HTML omitted -->\n") }
    block("<pre class=\"raw\">")
    raw(node)
    put("</pre>\n")
  }

  private mutating func raw(_ node: MarkupTree.Node) {
    put("<code class=\"raw\">")
    Escape.append(tree.bytes(node.literal), to: &out)
    put("</code>")
  }

  private func level(_ node: MarkupTree.Node) -> Int { min(6, Int(node.number) + style.headingShift) }

  private mutating func heading(_ i: Int, _ node: MarkupTree.Node) {
    guard let id = style.headingIDs[i] else { return block("<h\(level(node))>") }
    block("<h\(level(node)) id=\"")
    Escape.appendAttribute(id, to: &out)
    put("\">")
  }

  private mutating func endHeading(_ i: Int, _ node: MarkupTree.Node) {
    if let id = style.headingIDs[i] {
      put(" <a class=\"permalink\" href=\"#")
      Escape.appendURL(id.utf8, to: &out)
      put("\" aria-label=\"Link to “")
      Escape.appendAttribute(tree.plainText(of: i), to: &out)
      put("”\">#</a>")
    }
    put("</h\(level(node))>\n")
  }

  // MARK: Tables

  private mutating func table(_ node: MarkupTree.Node) {
    isInTableBody = false
    guard !style.isPlain else { return block("<table>") }
    tables += 1
    let name = style.footnotePrefix == "fn." ? "" : " of \(style.footnotePrefix.dropFirst(3).dropLast())"
    block("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
    Escape.appendAttribute("Table \(tables)\(name)", to: &out)
    put("\"><table>")
  }

  private mutating func row(_ node: MarkupTree.Node) {
    if node.isMarked {
      block("<thead>\n")
    } else if !isInTableBody {
      block("<tbody>\n")
      isInTableBody = true
    }
    block("<tr>")
  }

  private var isHeaderCell: Bool { open.last.map { tree.nodes[$0].isMarked } ?? false }

  private mutating func cell(_ node: MarkupTree.Node) {
    block(isHeaderCell ? "<th" : "<td")
    if isHeaderCell, !style.isPlain { put(" scope=\"col\"") }
    let word: String? =
      switch node.alignment {
      case UInt8(ascii: "l"): "left"
      case UInt8(ascii: "c"): "center"
      case UInt8(ascii: "r"): "right"
      default: nil
      }
    // The attribute `align` is obsolete: a validator would refuse the page.
    if let word { put(style.isPlain ? " align=\"\(word)\"" : " class=\"\(word)\"") }
    put(">")
  }

  // MARK: Links

  private mutating func link(_ node: MarkupTree.Node) {
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
      closers.append("<span class=\"hidden\"> (not found)</span></span>")
    }
  }

  private mutating func anchor(_ href: Href, isExternal: Bool, _ node: MarkupTree.Node) {
    put("<a href=\"")
    Escape.appendURL(href.text.utf8, to: &out)
    put("\"")
    if isExternal { put(" rel=\"noopener noreferrer\"") }
    title(node)
    put(">")
    closers.append("</a>")
  }

  private mutating func title(_ node: MarkupTree.Node) {
    guard !node.title.isEmpty else { return }
    put(" title=\"")
    Escape.append(tree.bytes(node.title), to: &out)
    put("\"")
  }

  /// What libcmark-gfm's safe mode lets pass.
  private static func isSafe(_ destination: String) -> Bool {
    let text = destination.lowercased()
    if text.utf8.starts(with: "data:image/".utf8) {
      return ["png", "gif", "jpeg", "webp"].contains { text.utf8.dropFirst(11).starts(with: $0.utf8) }
    }
    return !["javascript:", "vbscript:", "file:", "data:"].contains { text.utf8.starts(with: $0.utf8) }
  }

  /// An image of this site, or a link to any other; returns the index after it.
  private mutating func image(_ i: Int, _ node: MarkupTree.Node) -> Int {
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
    switch style.isPlain ? .page(Href(external: MarkupHTML.isSafe(destination) ? destination : "")) : links.image(destination, node.span) {
    case .page(let href):
      put("<img src=\"")
      Escape.appendURL(href.text.utf8, to: &out)
      put("\" alt=\"")
      appendWords(to: &out)
      put("\"")
      title(node)
      put(" />")
    case .external(let href):
      // Inside a link another link may not stand: then only the words are shown.
      let isInsideLink = open.contains { tree.nodes[$0].kind == .link }
      if !isInsideLink { anchor(href, isExternal: !href.text.utf8.starts(with: ".".utf8), node) }
      put("Image: ")
      if words.isEmpty { Escape.append(destination, to: &out) } else { appendWords(to: &out) }
      if !isInsideLink { put(closers.popLast() ?? "") }
    case .text: appendWords(to: &out)
    case .missing:
      put("<span class=\"dead\">")
      appendWords(to: &out)
      put(" (image not found)</span>")
    }
    return Int(node.end)
  }

  private mutating func reference(_ node: MarkupTree.Node) {
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
      return put("<span class=\"hidden\"> (not found)</span></span>")
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
  }

  // MARK: Footnotes

  private mutating func footnoteReference(_ node: MarkupTree.Node) {
    let count = (references[node.number] ?? 0) + 1
    references[node.number] = count
    let id = "\(style.footnotePrefix)\(node.number)"
    put("<sup class=\"footnote-ref\"><a href=\"#\(id)\" id=\"ref-\(id)\(count > 1 ? ".\(count)" : "")\"")
    put(" aria-label=\"Footnote \(node.number)\">\(node.number)</a></sup>")
  }

  private mutating func definition(_ node: MarkupTree.Node) {
    if !hasFootnotes {
      block("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
      hasFootnotes = true
    }
    block("<li id=\"\(style.footnotePrefix)\(node.number)\">\n")
  }

  /// Whether this is the last paragraph of a footnote.
  private func endsFootnote(_ i: Int) -> Bool {
    guard let parent = open.last, tree.nodes[parent].kind == .footnoteDefinition else { return false }
    return tree.nodes[i].end == tree.nodes[parent].end
  }

  private mutating func backLinks(of number: Int32) {
    for count in 1...max(1, min(references[number] ?? 1, 50)) {
      let id = "ref-\(style.footnotePrefix)\(number)\(count > 1 ? ".\(count)" : "")"
      put(" <a href=\"#\(id)\" class=\"footnote-backref\" aria-label=\"Back to the text of footnote \(number)\">↩</a>")
    }
  }

  // MARK: Bytes

  private mutating func put(_ text: String) { out += text.utf8 }

  /// At the start of a line.
  private mutating func block(_ text: String) {
    if let last = out.last, last != 0x0A { out.append(0x0A) }
    out += text.utf8
  }
}
