import DossierMarkup

/// Collects the blocks of a text.
struct ProseCollector {
  let tree: MarkupTree
  private(set) var blocks: [ProseBlock] = []

  init(tree: MarkupTree) { self.tree = tree }

  mutating func collect(_ index: Int, _ marks: ProseBlock.Marks) {
    let node = tree.nodes[index]
    var isFirst = true
    var number = Int(node.number)
    for child in children(of: index) {
      let inner = tree.nodes[child]
      let mark = isFirst ? marks.first : marks.rest
      switch inner.kind {
      case .item:
        item(child, marks.list, node.isMarked ? "\(number). " : "- ")
        number += 1
      case .blockQuote:
        if let alert = Alert(rawValue: inner.number) { add(mark + "> ", "[!\(alert)]") }
        collect(child, .init(first: mark + "> ", rest: marks.rest + "> ", list: marks.list + "> "))
      case .list, .document: collect(child, marks)
      case .table: collect(child, .init(first: mark, rest: mark, list: marks.list))
      case .footnoteDefinition:
        let name = "[^\(tree.string(inner.literal))] "
        collect(child, .init(first: name, rest: name + ProseCollector.further, list: name))
      case .heading: add(mark + String(repeating: "#", count: max(1, Int(inner.number))) + " ", text(child))
      case .tableRow: add(mark + "| ", children(of: child).map { text($0) }.joined(separator: " | "))
      case .codeBlock, .htmlBlock: code(inner, mark)
      case .thematicBreak: add(mark, "---")
      case .element: element(child, mark, marks)
      case .anchor: continue
      case .text where tree.bytes(inner.literal).allSatisfy({ $0 <= 0x20 }): continue
      default: add(mark, text(child))
      }
      isFirst = false
    }
  }

  /// The mark of the second and every later block of a list item or footnote.
  private static let further = "↳ "

  private mutating func item(_ index: Int, _ lead: String, _ bullet: String) {
    let node = tree.nodes[index]
    let mark = lead + bullet + (node.isSpecial ? node.isMarked ? "[x] " : "[ ] " : "")
    let first = children(of: index).first.map { tree.nodes[$0].kind }
    // An item without text of its own is also a block: an empty item, or an item that begins with a list.
    if first == nil || first == .list { add(mark, "") }
    collect(index, .init(first: mark, rest: lead + ProseCollector.further, list: lead + "- "))
  }

  /// An HTML element. Rows are lines of a table. Elements with blocks are divided into their blocks.
  private mutating func element(_ index: Int, _ mark: String, _ marks: ProseBlock.Marks) {
    let inner = children(of: index)
    if tree.nodes[index].element == .tr { return add(mark + "| ", inner.map { text($0) }.joined(separator: " | ")) }
    if inner.contains(where: { isBlock(tree.nodes[$0].kind) }) { return collect(index, marks) }
    add(mark, text(index))
  }

  private func isBlock(_ kind: MarkupTree.Kind) -> Bool {
    switch kind {
    case .blockQuote, .list, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .element: true
    default: false
    }
  }

  private mutating func code(_ node: MarkupTree.Node, _ mark: String) {
    let language = node.kind == .codeBlock ? tree.string(node.target) : ""
    if !language.isEmpty { add(mark + "code in ", language) }
    for line in tree.string(node.literal).split(separator: "\n") { add(mark + "code: ", String(line)) }
  }

  private mutating func add(_ mark: String, _ text: String) { blocks.append(ProseBlock(mark: mark, text: text)) }

  private func children(of index: Int) -> [Int] {
    var children: [Int] = []
    var next = index + 1
    while next < Int(tree.nodes[index].end) {
      children.append(next)
      next = Int(tree.nodes[next].end)
    }
    return children
  }

  /// The text of a block, with the targets of its links. Each struck-out word is marked.
  private func text(_ index: Int) -> String {
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
    let inner = children(of: index).map { text($0) }.joined()
    let target = tree.string(node.target)
    switch node.kind {
    case .link: return inner == target || node.isSpecial ? inner : "\(inner) (\(target))"
    case .image: return "image \(inner) (\(target))"
    case .strikethrough: return ProseBlock.words(of: inner).map { "~~\($0)~~" }.joined(separator: " ")
    default: return inner
    }
  }
}
