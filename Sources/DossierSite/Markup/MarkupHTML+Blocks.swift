import DossierMarkup

/// Lists, code, headings and tables.
extension MarkupHTML {
  func isContainer(_ kind: MarkupTree.Kind) -> Bool {
    switch kind {
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .table, .tableRow, .tableCell, .footnoteDefinition,
      .emphasis, .strong, .strikethrough, .link, .element:
      true
    default: false
    }
  }

  func isTight(_ i: Int) -> Bool {
    // This function is called when the paragraph is entered and when it is left. Both times, `open` does not contain the
    // paragraph. So in a list, the last node in `open` is the list item, and the node before it is the list.
    guard open.count >= 2 else { return false }
    let list = tree.nodes[open[open.count - 2]]
    return list.kind == .list && list.isSpecial
  }

  mutating func item(_ node: MarkupTree.Node) {
    block(node.isSpecial && !style.isPlain ? "<li class=\"task\"\(direction)>" : "<li\(direction)>")
    guard node.isSpecial else { return }
    put("<input type=\"checkbox\" ")
    if node.isMarked { put("checked=\"\" ") }
    put(
      style.isPlain
        ? "disabled=\"\" /> " : "disabled=\"\" aria-label=\"\(node.isMarked ? MarkupWords.done : MarkupWords.notDone)\" /> ")
  }

  mutating func code(_ node: MarkupTree.Node) {
    let info = tree.bytes(node.target)
    // An element that scrolls must be reachable with the keyboard.
    let pre = style.isPlain ? "<pre>" : "<pre tabindex=\"0\">"
    if info.isEmpty {
      block("\(pre)<code>")
    } else {
      block("\(pre)<code class=\"language-")
      Escape.append(info.prefix { $0 > 0x20 }, to: &out)
      put("\">")
    }
    Escape.append(tree.bytes(node.literal), to: &out)
    put("</code></pre>\n")
    let language = info.prefix { $0 > 0x20 }
    if !style.isPlain, language.elementsEqual("mermaid".utf8) { put("<p class=\"note\">\(MarkupWords.diagram)</p>\n") }
  }

  mutating func rawBlock(_ node: MarkupTree.Node) {
    if style.isPlain { return block("<!-- raw HTML omitted -->\n") }
    block("<pre class=\"raw\" tabindex=\"0\">")
    raw(node)
    put("</pre>\n")
  }

  mutating func raw(_ node: MarkupTree.Node) {
    put("<code class=\"raw\">")
    Escape.append(tree.bytes(node.literal), to: &out)
    put("</code>")
  }

  func level(_ node: MarkupTree.Node) -> Int { min(6, Int(node.number) + style.headingShift) }

  mutating func heading(_ i: Int, _ node: MarkupTree.Node) {
    guard let id = style.headingIDs[i] else { return block("<h\(level(node))\(direction)>") }
    block("<h\(level(node))\(direction) id=\"")
    Escape.appendAttribute(id, to: &out)
    put("\">")
    anchors(before: i)
  }

  /// Writes an empty element for each id of the author at a node.
  mutating func anchors(before i: Int) {
    guard !style.anchors.isEmpty, let ids = style.anchors[i] else { return }
    for id in ids {
      put("<span id=\"")
      Escape.appendAttribute(id, to: &out)
      put("\"></span>")
    }
  }

  /// Writes a text, without `{#id}` at the end of a heading.
  mutating func text(_ i: Int, _ node: MarkupTree.Node) {
    let bytes = tree.bytes(node.literal)
    guard !style.suffixes.isEmpty, let heading = open.last(where: { tree.nodes[$0].kind == .heading }),
      let suffix = style.suffixes[heading], Int(tree.nodes[heading].end) == i + 1
    else { return Escape.append(bytes, to: &out) }
    Escape.append(bytes.dropLast(suffix), to: &out)
  }

  mutating func endHeading(_ i: Int, _ node: MarkupTree.Node) {
    if let id = style.headingIDs[i] {
      put(" <a class=\"permalink\" href=\"#")
      Escape.appendURL(id.utf8, to: &out)
      put("\" aria-label=\"")
      let words = tree.plainText(of: i)
      Escape.appendAttribute(MarkupWords.link(to: String(words.unicodeScalars.dropLast(style.suffixes[i] ?? 0))), to: &out)
      put("\">#</a>")
    }
    put("</h\(level(node))>\n")
  }

  // MARK: Tables

  mutating func table(_ i: Int) {
    isInTableBody = false
    rowsAreNamed = !style.isPlain && !hasColumnHeadings(i)
    guard !style.isPlain else { return block("<table>") }
    tables += 1
    block("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"")
    Escape.appendAttribute(MarkupWords.table(tables, of: style.textName), to: &out)
    put("\"><table>")
  }

  mutating func row(_ node: MarkupTree.Node) {
    if node.isMarked {
      block("<thead>\n")
    } else if !isInTableBody {
      block("<tbody>\n")
      isInTableBody = true
    }
    block("<tr>")
  }

  var isHeaderCell: Bool { open.last.map { tree.nodes[$0].isMarked } ?? false }

  /// Whether a cell is a heading. The cells of the header row are headings.
  ///
  /// The site has two more rules. An empty cell is never a heading. If all cells of the header row are empty, the first cell of
  /// each row is a heading.
  func isHeading(_ i: Int) -> Bool {
    if style.isPlain { return isHeaderCell }
    guard hasContent(i) else { return false }
    return isHeaderCell || (rowsAreNamed && open.last == i - 1)
  }

  private func hasContent(_ i: Int) -> Bool { Int(tree.nodes[i].end) > i + 1 }

  private func hasColumnHeadings(_ table: Int) -> Bool {
    let row = table + 1
    guard row < Int(tree.nodes[table].end) else { return false }
    var cell = row + 1
    while cell < Int(tree.nodes[row].end) {
      if hasContent(cell) { return true }
      cell = Int(tree.nodes[cell].end)
    }
    return false
  }

  mutating func cell(_ i: Int, _ node: MarkupTree.Node) {
    block(isHeading(i) ? "<th" : "<td")
    if isHeading(i), !style.isPlain { put(isHeaderCell ? " scope=\"col\"" : " scope=\"row\"") }
    let word: String? =
      switch node.alignment {
      case UInt8(ascii: "l"): "left"
      case UInt8(ascii: "c"): "center"
      case UInt8(ascii: "r"): "right"
      default: nil
      }
    // The site uses a class, because an HTML validator rejects the obsolete attribute `align`. libcmark-gfm writes `align`.
    if let word { put(style.isPlain ? " align=\"\(word)\"" : " class=\"\(word)\"") }
    put("\(direction)>")
  }
}
