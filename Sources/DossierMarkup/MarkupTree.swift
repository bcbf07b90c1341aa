package import DossierText

/// A Markdown text as a flat array of nodes in document order. The descendants of a node are the nodes after this node and
/// before index `end`.
///
/// The tree is a value without C memory, so the tree can be used on any thread.
package struct MarkupTree: Sendable, Hashable {
  package let nodes: [Node]
  /// The bytes to which all `Slice`s refer.
  package let text: [UInt8]
  /// The nodes as CommonMark defines them: raw HTML, alerts and formulas are ordinary text. Empty if `nodes` are these nodes. Digests
  /// in approvals are about these nodes.
  package let written: [Node]
  /// The raw HTML that is not rendered, in the order of the text.
  package let html: [HTMLUse]

  package init(nodes: [Node], text: [UInt8], written: [Node] = [], html: [HTMLUse] = []) {
    self.nodes = nodes
    self.text = text
    self.written = written
    self.html = html
  }

  /// The tree with a code block before all other blocks. `source` is the text of the code block, and `span` is its span in the
  /// file.
  package func prepending(code source: ArraySlice<UInt8>, span: Span) -> MarkupTree {
    let place = Slice(text.count..<(text.count + source.count))
    func prepend(to nodes: [Node]) -> [Node] {
      guard var root = nodes.first else { return nodes }
      root.end += 1
      var code = Node(kind: .codeBlock, span: span, end: 2)
      code.literal = place
      let blocks = nodes.dropFirst().map { node in
        var node = node
        node.end += 1
        return node
      }
      return [root, code] + blocks
    }
    return MarkupTree(nodes: prepend(to: nodes), text: text + source, written: prepend(to: written), html: html)
  }

  /// The tree as CommonMark defines it.
  package var asWritten: MarkupTree { written.isEmpty ? self : MarkupTree(nodes: written, text: text) }

  package static let empty = MarkupTree(
    nodes: [Node(kind: .document, span: .start, end: 1)], text: [])

  /// Whether the text has no content.
  package var isEmpty: Bool { nodes.count <= 1 }

  package enum Kind: UInt8, Sendable {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableRow, tableCell, footnoteDefinition
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough
    case link, image, footnoteReference
    /// `[[target]]` or `[[target|label]]`: a reference to a record, control or clause.
    case reference
    /// An HTML element that has no form in Markdown. `element` names it.
    case element
    /// The place to which a link with the fragment `literal` leads: an `id` or `name` that the author wrote in HTML.
    case anchor
  }

  package struct Node: Sendable, Hashable {
    package let kind: Kind
    /// The span of the node. For a link, an image or a reference, the span of its target. If libcmark-gfm gives
    /// no position for the node, the span of the block that contains the node.
    package let span: Span
    /// The index after the last descendant.
    package var end: Int32
    /// The heading level, list start, footnote number or kind of alert. For an image, a pair of width and height in pixels. For a
    /// cell of an HTML table, a pair of the numbers of columns and rows.
    package var number: Int32 = 0
    /// True for an ordered list, for the header row of a table, for a ticked task item, for a line break written as HTML, for code
    /// that is a formula, and for HTML details that are open at first.
    package var isMarked = false
    /// True for a tight list (CommonMark: no blank lines between its blocks), for a task item, and for a link made from a bare
    /// address.
    package var isSpecial = false
    /// The alignment of a cell, a paragraph or an element: `l`, `c`, `r` or 0.
    package var alignment: UInt8 = 0
    package var element: HTMLElement?
    /// The text of a leaf, the label of a reference or the label of a footnote.
    package var literal = Slice.none
    /// The destination of a link or image, the target of a reference or the info string of a code block.
    package var target = Slice.none
    package var title = Slice.none

    package init(kind: Kind, span: Span, end: Int32) {
      self.kind = kind
      self.span = span
      self.end = end
    }
  }

  /// A range of bytes in the `text` of the tree.
  package struct Slice: Sendable, Hashable {
    package let start: UInt32
    package let count: UInt32

    package init(_ range: Range<Int>) {
      start = UInt32(range.lowerBound)
      count = UInt32(range.count)
    }

    package static let none = Slice(0..<0)
    package var isEmpty: Bool { count == 0 }
  }

  /// Two numbers in one, for `Node.number`. 0 means that a number is missing.
  package static func pair(_ first: UInt16, _ second: UInt16) -> Int32 { Int32(first) | Int32(second) << 16 }
  package static func parts(_ pair: Int32) -> (first: Int, second: Int) { (Int(pair & 0xFFFF), Int(pair >> 16)) }

  package func bytes(_ slice: Slice) -> ArraySlice<UInt8> {
    text[Int(slice.start)..<Int(slice.start + slice.count)]
  }

  package func string(_ slice: Slice) -> String { String(decoding: bytes(slice), as: UTF8.self) }

  /// The tree encoded as bytes as it was written, without positions in the file. Two trees have the same bytes if and only if their structure and
  /// text are equal.
  ///
  /// The encoding contains for each node: kind, the two flags, alignment, end and number. Then come text, target and title,
  /// each preceded by its length. Numbers have 32 bits, lowest byte first.
  package var canonical: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(nodes.count * 24 + text.count)
    func put(_ number: UInt32) {
      for shift in stride(from: UInt32(0), to: 32, by: 8) { out.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    for node in written.isEmpty ? nodes : written {
      out += [node.kind.rawValue, node.isMarked ? 1 : 0, node.isSpecial ? 1 : 0, node.alignment]
      put(UInt32(bitPattern: node.end))
      put(UInt32(bitPattern: node.number))
      for slice in [node.literal, node.target, node.title] {
        put(slice.count)
        out += bytes(slice)
      }
    }
    return out
  }

  /// The visible text of a node and its descendants, without markup.
  package func plainText(of index: Int) -> String {
    var out: [UInt8] = []
    for node in nodes[index..<Int(nodes[index].end)] {
      switch node.kind {
      case .text, .code: out += bytes(node.literal)
      case .reference: out += bytes(node.literal.isEmpty ? node.target : node.literal)
      // The id of a heading is made of its text, and as on GitHub, `<br>` is no text.
      case .lineBreak where node.isMarked && nodes[index].kind == .heading: break
      case .softBreak, .lineBreak: out.append(UInt8(ascii: " "))
      default: break
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
