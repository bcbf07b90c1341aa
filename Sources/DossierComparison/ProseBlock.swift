import DossierMarkup

/// A paragraph, heading, row or line of a text as its words: what is compared of prose.
///
/// Line breaks inside a paragraph, emphasis and the way a link is written are layout and do not count; where a link leads does.
struct ProseBlock: Hashable, Sendable {
  /// What it is, as Markdown marks it: `## `, `- `, `> `; empty for a paragraph.
  let mark: String
  let words: [String]

  init(mark: String, text: String) {
    self.mark = mark
    words = ProseBlock.words(of: text)
  }

  /// What white space divides.
  static func words(of text: String) -> [String] {
    text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  static func blocks(of tree: MarkupTree) -> [ProseBlock] {
    var blocks: [ProseBlock] = []
    ProseBlock.collect(tree, 0, "", &blocks)
    return blocks
  }

  private static func collect(_ tree: MarkupTree, _ index: Int, _ mark: String, _ blocks: inout [ProseBlock]) {
    let node = tree.nodes[index]
    var first = true
    var number = Int(node.number)
    for child in children(of: index, in: tree) {
      let inner = tree.nodes[child]
      // Only the first block of an item carries the item's mark.
      let carried = first || node.kind == .blockQuote ? mark : ""
      switch inner.kind {
      case .item:
        let bullet = node.isMarked ? "\(number). " : "- "
        number += 1
        collect(tree, child, bullet + (inner.isSpecial ? inner.isMarked ? "[x] " : "[ ] " : ""), &blocks)
      case .blockQuote: collect(tree, child, carried + "> ", &blocks)
      case .list, .table, .document: collect(tree, child, carried, &blocks)
      case .footnoteDefinition: collect(tree, child, "[^\(tree.string(inner.literal))] ", &blocks)
      case .heading:
        blocks.append(ProseBlock(mark: String(repeating: "#", count: max(1, Int(inner.number))) + " ", text: text(tree, child)))
      case .tableRow:
        let cells = children(of: child, in: tree).map { text(tree, $0) }
        blocks.append(ProseBlock(mark: "| ", text: cells.joined(separator: " | ")))
      case .codeBlock, .htmlBlock:
        for line in tree.string(inner.literal).split(separator: "\n") {
          blocks.append(ProseBlock(mark: "code: ", text: String(line)))
        }
      case .thematicBreak: blocks.append(ProseBlock(mark: "", text: "---"))
      default: blocks.append(ProseBlock(mark: carried, text: text(tree, child)))
      }
      first = false
    }
  }

  private static func children(of index: Int, in tree: MarkupTree) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < Int(tree.nodes[index].end) {
      children.append(next)
      next = Int(tree.nodes[next].end)
    }
    return children
  }

  /// What stands in a block, with the targets of its links.
  private static func text(_ tree: MarkupTree, _ index: Int) -> String {
    let node = tree.nodes[index]
    switch node.kind {
    case .text, .code, .htmlInline: return tree.string(node.literal)
    case .softBreak, .lineBreak: return " "
    case .reference:
      let target = tree.string(node.target)
      return node.literal.isEmpty ? target : "\(tree.string(node.literal)) [\(target)]"
    case .footnoteReference: return "[^\(tree.string(node.literal))]"
    default: break
    }
    let inner = children(of: index, in: tree).map { text(tree, $0) }.joined()
    let target = tree.string(node.target)
    switch node.kind {
    case .link: return inner == target || node.isSpecial ? inner : "\(inner) (\(target))"
    case .image: return "image \(inner) (\(target))"
    default: return inner
    }
  }
}
