import DossierText

/// Copies libcmark-gfm's tree into a `MarkupTree`, in document order and without recursion.
///
/// Adjacent texts are joined and searched for bare addresses and `[[references]]`. The spans of links are found in the source.
/// The library counts columns after removing indentation, so its columns are only hints.
struct MarkupConversion {
  let source: [UInt8]
  let map: SourceMap
  /// The Markdown text.
  let markdown: [UInt8]
  let definitions: LinkDefinitions
  var problems: [MarkupProblem] = []
  /// The number of `[` in the texts of the open block that no `]` has closed.
  var openBrackets = 0
  /// The offset in `markdown` of each line that the parser read. Empty until a table is read.
  var lineStarts: [Int] = []
  var nodes: [MarkupTree.Node] = []
  var text: [UInt8] = []
  /// The span of the block whose inline nodes are being read.
  var block = Span.start
  var cursor = 0
  /// The places in the block `destinationsOf` at which the destination of a link can begin.
  var destinations: [Int] = []
  var destinationsOf: Span?
  /// The first place in `destinations` that is not before the cursor.
  var firstDestination = 0
  private var linkDepth = 0
  private var footnotes = 0
  /// The blocks that can contain formulas.
  private(set) var formulaBlocks: [FormulaScan.Block] = []
  private let formulas: [FormulaScan.Piece]
  private var nextFormula = 0
  /// Whether every formula was found in a text. If this is false, the tree contains fillers instead of formulas.
  private(set) var formulasAreWhole = true

  private let refused: [RefusedBlock]
  /// For each line that the parser read, the number of the line in `markdown`.
  let fed: [UInt32]

  /// How far inline code is searched in the source. A longer search for each code of a long paragraph would take too long.
  static let window = 4_096

  /// `map` gives the position of each line of `markdown` in `source`, and `lines` that of each line that the parser read. `nodes`
  /// is about how many nodes the tree has. `formulas` are the formulas that fillers replace in the text. The slices of the result
  /// refer to bytes after `before`.
  init(
    _ markdown: [UInt8], source: [UInt8], map: SourceMap, lines: SourceMap, fed: [UInt32], refused: [RefusedBlock], nodes: Int,
    formulas: [FormulaScan.Piece] = [], before: [UInt8] = []
  ) {
    self.markdown = markdown
    self.source = source
    self.map = lines
    self.fed = fed
    self.refused = refused
    self.formulas = formulas
    definitions = LinkDefinitions(markdown, map)
    text = before
    text.reserveCapacity(before.count + map.extent.count)
    self.nodes.reserveCapacity(nodes)
  }

  struct Result {
    let tree: MarkupTree
    let problems: [MarkupProblem]
    /// The labels of the definitions.
    let labels: [String]
  }

  /// The tree, and the problems that were found while making it. `written` are the nodes of the text without fillers.
  mutating func finish(written: [MarkupTree.Node] = []) -> Result {
    findUnusedDefinitions()
    let tree = MarkupTree(nodes: nodes, text: text, written: written)
    return Result(tree: tree, problems: problems, labels: definitions.all.map(\.label))
  }

  /// A node whose children are being read, with the values that are needed after the last child.
  private struct Open {
    let index: Int
    var next: CMarkNode?
    let isLink: Bool
    /// The value of `cursor` after the end of the link.
    let cursorAfter: Int
  }

  mutating func convert(_ root: CMarkNode) {
    var stack: [Open] = []
    var upcoming: CMarkNode? = root
    while true {
      guard let node = upcoming else {
        guard let open = stack.popLast() else { return }
        nodes[open.index].end = Int32(nodes.count)
        if open.isLink {
          linkDepth -= 1
          cursor = max(cursor, open.cursorAfter)
        }
        upcoming = open.next
        continue
      }
      if node.kind == .text {
        upcoming = convertTexts(from: node)
        continue
      }
      if node.mark != 0 {
        appendRefused(node.mark)
        upcoming = node.next
        continue
      }
      let index = nodes.count
      if formulas.isEmpty { noteFormulaBlock(node, isTop: stack.count == 1) } else { passFormulas(before: node) }
      let cursorAfter = append(node)
      // The alternative text of an image becomes an HTML attribute, and an attribute cannot contain a link.
      let isLink = nodes[index].kind == .link || nodes[index].kind == .image
      if isLink { linkDepth += 1 }
      stack.append(Open(index: index, next: stack.isEmpty ? nil : node.next, isLink: isLink, cursorAfter: cursorAfter))
      upcoming = node.firstChild
    }
  }

  /// Appends the source of a block that is not parsed. Appends nothing for a node that is not part of the text.
  private mutating func appendRefused(_ mark: Int) {
    guard refused.indices.contains(mark - 1) else { return }
    let block = refused[mark - 1]
    var node = MarkupTree.Node(kind: .codeBlock, span: block.span, end: Int32(nodes.count + 1))
    node.literal = slice { out in
      out += block.source
      out.append(0x0A)
    }
    nodes.append(node)
  }

  /// Appends one node of any kind except text. Returns the position in the source after the target of a link or image, and 0
  /// for other kinds.
  private mutating func append(_ node: CMarkNode) -> Int {
    let kind = node.kind
    var result = MarkupTree.Node(kind: kind, span: span(of: node), end: 0)
    var cursorAfter = 0
    switch kind {
    case .paragraph, .heading, .tableCell:
      block = result.span
      cursor = Int(block.lower)
      openBrackets = 0
      if kind == .heading { result.number = Int32(node.headingLevel) }
      if kind == .tableCell { result.alignment = alignments.popLast() ?? 0 }
    case .list:
      result.isMarked = node.isOrdered
      result.isSpecial = node.isTight
      result.number = Int32(node.listStart)
    case .item:
      result.isSpecial = node.task != 0
      result.isMarked = node.task == 2
    case .tableRow:
      result.isMarked = node.isHeaderRow
      alignments = columnAlignments(of: node)
      inspectRow(node, columns: alignments.count)
    case .codeBlock:
      result.literal = slice { node.appendLiteral(to: &$0) }
      result.target = slice { node.appendFenceInfo(to: &$0) }
    case .htmlBlock: result.literal = slice { node.appendLiteral(to: &$0) }
    case .code:
      result.literal = slice { node.appendLiteral(to: &$0) }
      passCode(Array(text[range(result.literal)]), startLine: node.startLine)
    case .htmlInline:
      result.literal = slice { node.appendLiteral(to: &$0) }
      result = located(result, needle: Array(text[range(result.literal)]), from: node)
      cursor = max(cursor, Int(result.span.upper))
    case .footnoteReference:
      result.literal = slice { node.appendLiteral(to: &$0) }
      result.number = Int32(String(decoding: text[range(result.literal)], as: UTF8.self)) ?? 0
    case .footnoteDefinition:
      footnotes += 1
      // The label is left out, because digests in approvals never contained it.
      result.number = Int32(footnotes)
    case .link, .image:
      result.target = slice { node.appendURL(to: &$0) }
      result.title = slice { node.appendTitle(to: &$0) }
      result = located(result, needle: Array(text[range(result.target)]), from: node)
      // The definition of a reference link is outside its block.
      if result.span.lower >= block.lower, result.span.upper <= block.upper { cursorAfter = Int(result.span.upper) }
    default: break
    }
    result.end = Int32(nodes.count + 1)
    nodes.append(result)
    return cursorAfter
  }

  /// The alignments of the remaining cells in the current row, last column first.
  private var alignments: [UInt8] = []

  private func columnAlignments(of row: CMarkNode) -> [UInt8] {
    var letters: [UInt8] = []
    var cell = row.firstChild
    while let current = cell {
      letters.append(row.alignment(ofColumn: letters.count))
      cell = current.next
    }
    return letters.reversed()
  }

  // MARK: Texts

  /// Joins `first` and the text nodes directly after it. Divides the joined text into plain texts, addresses and references.
  /// Returns the node after the last text node.
  private mutating func convertTexts(from first: CMarkNode) -> CMarkNode? {
    var joined: [UInt8] = []
    var next: CMarkNode? = first
    while let node = next, node.kind == .text {
      node.appendLiteral(to: &joined)
      next = node.next
    }
    let hint = map.offset(line: first.startLine, column: first.startColumn)
    guard !formulas.isEmpty, joined.contains(FormulaScan.filler) else {
      convertText(joined, at: hint)
      return next
    }
    var i = 0
    while i < joined.count {
      let isFormula = joined[i] == FormulaScan.filler
      let end = joined[i...].firstIndex { ($0 == FormulaScan.filler) != isFormula } ?? joined.count
      if isFormula { appendFormula(count: end - i) } else { convertText(Array(joined[i..<end]), at: hint) }
      i = end
    }
    return next
  }

  private mutating func convertText(_ joined: [UInt8], at hint: Int) {
    guard linkDepth == 0 else { return appendText(joined[...], at: hint) }
    for piece in InlineScan.pieces(of: joined) {
      switch piece {
      case .text(let range):
        findUndefined(in: joined[range], near: hint)
        appendText(joined[range], at: hint)
      case .address(let range, let prefix): appendAddress(joined[range], prefix, near: hint)
      case .reference(let whole, let target, let label):
        appendReference(joined[whole], joined[target], label.map { joined[$0] }, near: hint)
      }
    }
  }

  // MARK: Formulas

  private mutating func noteFormulaBlock(_ node: CMarkNode, isTop: Bool) {
    switch node.kind {
    case .paragraph, .heading, .tableRow:
      guard node.startLine >= 1 else { return }
      let isRow = node.kind == .tableRow
      let last = isRow ? node.startLine : max(node.startLine, node.endLine)
      formulaBlocks.append(FormulaScan.Block(lines: node.startLine...last, isTop: isTop && !isRow, isRow: isRow))
    default: break
    }
  }

  /// Moves to the first formula of a block. The order of the blocks can differ from the order of the text, because footnotes are at
  /// the end of the tree.
  private mutating func passFormulas(before node: CMarkNode) {
    switch node.kind {
    case .paragraph, .heading, .tableRow:
      var (low, high) = (0, formulas.count)
      while low < high {
        let middle = (low + high) / 2
        if formulas[middle].line < node.startLine { low = middle + 1 } else { high = middle }
      }
      nextFormula = low
    default: break
    }
  }

  private mutating func appendFormula(count: Int) {
    guard nextFormula < formulas.count, formulas[nextFormula].range.count == count else {
      formulasAreWhole = false
      return
    }
    let piece = formulas[nextFormula]
    nextFormula += 1
    guard !piece.formula.isEmpty else {
      // The first line of the formula contains the whole formula.
      if nodes.last?.kind == .softBreak { nodes.removeLast() }
      return
    }
    let lineStart = map.offset(line: piece.line, column: 1 + piece.column)
    var node = MarkupTree.Node(kind: .code, span: Span(lineStart, lineStart + count), end: Int32(nodes.count + 1))
    node.isMarked = true
    node.literal = slice { $0 += piece.formula }
    nodes.append(node)
  }

  private mutating func appendText(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    guard !bytes.isEmpty else { return }
    let start = min(offset, Int(block.upper))
    // The parsed text can be longer than its source, for example if the source contains an entity or a NUL byte.
    let span = Span(start, min(start + bytes.count, Int(block.upper)))
    var node = MarkupTree.Node(kind: .text, span: span, end: Int32(nodes.count + 1))
    node.literal = slice { $0 += bytes }
    nodes.append(node)
  }

  private mutating func appendAddress(_ bytes: ArraySlice<UInt8>, _ prefix: String, near hint: Int) {
    let place = find(Array(bytes), near: hint)
    cursor = Int(place.upper)
    var link = MarkupTree.Node(kind: .link, span: place, end: Int32(nodes.count + 2))
    link.isSpecial = true
    link.target = slice { $0 += prefix.utf8 + bytes }
    nodes.append(link)
    appendText(bytes, at: Int(place.lower))
  }

  private mutating func appendReference(
    _ whole: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>, _ label: ArraySlice<UInt8>?, near hint: Int
  ) {
    // In a table, authors write the `|` before a label as `\|`. Then the source does not contain `whole`. In this case, search
    // only for `[[` and the target.
    let found = search(Array(whole), near: hint) ?? search(Array(whole[..<target.endIndex]), near: hint)
    cursor = Int((found ?? block).upper)
    let place = found.map { found in
      let inner = Int(found.lower) + target.startIndex - whole.startIndex
      return Span(inner, inner + target.count)
    }
    var node = MarkupTree.Node(kind: .reference, span: place ?? block, end: Int32(nodes.count + 1))
    node.target = slice { $0 += target }
    if let label { node.literal = slice { $0 += label } }
    nodes.append(node)
  }

  // MARK: Bytes

  private mutating func slice(_ append: (inout [UInt8]) -> Void) -> MarkupTree.Slice {
    let start = text.count
    append(&text)
    if !formulas.isEmpty, text[start...].contains(FormulaScan.filler) { formulasAreWhole = false }
    return MarkupTree.Slice(start..<text.count)
  }

  private func range(_ slice: MarkupTree.Slice) -> Range<Int> {
    Int(slice.start)..<Int(slice.start + slice.count)
  }
}
