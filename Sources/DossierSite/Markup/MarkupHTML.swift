import DossierMarkup
import DossierRecords

/// Renders a `MarkupTree` as HTML. With the plain style, the output has the same bytes as the output of libcmark-gfm.
///
/// The renderer is not recursive, so deep nesting cannot exhaust the stack.
struct MarkupHTML {
  let tree: MarkupTree
  let links: MarkupLinks
  let style: MarkupStyle
  var out: [UInt8] = []
  var open: [Int] = []
  /// The number of references to each footnote.
  var references: [Int32: Int] = [:]
  var tables = 0
  var hasFootnotes = false
  var isInTableBody = false
  /// Whether no column of the open table has a heading. In that case, the first cell of each row is a heading.
  var rowsAreNamed = false
  /// The closing tags of the open links. The tag of the innermost link is last.
  var closers: [String] = []
  /// The attribute that lets the browser find out the direction of each block. Empty if no letter is written from right to left.
  let direction: String

  static func render(_ tree: MarkupTree, links: MarkupLinks, style: MarkupStyle = MarkupStyle()) -> HTML {
    var writer = MarkupHTML(tree, links, style)
    writer.out.reserveCapacity(tree.text.count * 2)
    writer.run()
    return HTML(writer.out)
  }

  private init(_ tree: MarkupTree, _ links: MarkupLinks, _ style: MarkupStyle) {
    self.tree = style.isPlain ? tree.asWritten : tree
    self.links = links
    self.style = style
    direction = !style.isPlain && tree.hasRightToLeft ? " dir=\"auto\"" : ""
  }

  mutating func run() {
    var i = 0
    while i < tree.nodes.count {
      while let last = open.last, Int(tree.nodes[last].end) <= i { leave(open.removeLast()) }
      if i == style.omitted {
        for omitted in i..<Int(tree.nodes[i].end) { anchors(before: omitted) }
        i = Int(tree.nodes[i].end)
        continue
      }
      i = enter(i)
    }
    while let last = open.popLast() { leave(last) }
  }

  /// Writes the start of a node. Returns the index of the next node.
  mutating func enter(_ i: Int) -> Int {
    let node = tree.nodes[i]
    // The ids of a heading are inside the heading, so that its margin is visible above it.
    if node.kind != .heading { anchors(before: i) }
    switch node.kind {
    case .document: break
    case .blockQuote: quote(node)
    case .list:
      block(node.isMarked ? "<ol" : "<ul")
      if node.isMarked, node.number != 1 { put(" start=\"\(node.number)\"") }
      put("\(direction)>\n")
    case .item: item(node)
    case .codeBlock: code(node)
    case .htmlBlock: rawBlock(node)
    case .paragraph: if !isTight(i) { block("<p\(alignment(node))\(direction)>") }
    case .heading: heading(i, node)
    case .thematicBreak: block("<hr />\n")
    case .table: table(i)
    case .tableRow: row(node)
    case .tableCell: cell(i, node)
    case .footnoteDefinition: definition(node)
    case .text: text(i, node)
    case .softBreak: put("\n")
    case .lineBreak: put("<br />\n")
    case .code:
      put(node.isMarked ? "<code class=\"math\">" : "<code>")
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
    case .element: element(node)
    case .anchor: break
    }
    if Int(node.end) > i + 1 || isContainer(node.kind) { open.append(i) }
    return i + 1
  }

  mutating func leave(_ i: Int) {
    let node = tree.nodes[i]
    switch node.kind {
    case .document: if hasFootnotes { put("</ol>\n</section>\n") }
    case .blockQuote: block(node.number > 0 ? "</div>\n" : "</blockquote>\n")
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
    case .tableCell: put(isHeading(i) ? "</th>" : "</td>")
    case .footnoteDefinition:
      if out.last != 0x0A { put("\n") }
      put("</li>\n")
    case .emphasis: put("</em>")
    case .strong: put("</strong>")
    case .strikethrough: put("</del>")
    case .link: put(closers.popLast() ?? "")
    case .element: endElement(node)
    default: break
    }
  }

  // MARK: Bytes

  mutating func put(_ text: String) { out += text.utf8 }

  /// Appends text at the start of a line.
  mutating func block(_ text: String) {
    if let last = out.last, last != 0x0A { out.append(0x0A) }
    out += text.utf8
  }
}
