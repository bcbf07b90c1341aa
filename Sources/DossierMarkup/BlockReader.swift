import DossierText

/// Reads the lines of a text into the parser. A block that costs too much is refused: its lines are left out, and a mark in the
/// tree says where its source is shown.
///
/// The parser itself knows which blocks are open before each line, so no second scan has to guess them.
struct BlockReader: ~Copyable {
  private let text: [UInt8]
  let lines: LineIndex
  private var document: CMarkDocument
  private var cost = MarkupCost()
  /// For each line that the parser read, the number of the line in the text.
  private(set) var fed: [UInt32] = []
  /// The refused blocks. The mark of a node is the position of its refusal, counted from 1.
  private(set) var refusals: [Refusal] = []

  /// The mark of a node that is not part of the text.
  static let added = -1

  init?(_ text: [UInt8]) {
    guard let document = CMarkDocument(strikethrough: text.contains(UInt8(ascii: "~"))) else { return nil }
    self.text = text
    lines = LineIndex(text)
    self.document = document
    fed.reserveCapacity(lines.starts.count)
  }

  /// Parses the text. Returns false if the parser needs too much memory in spite of the estimates.
  mutating func read() -> Bool {
    readBlocks() && document.endParagraph() && readInlines() && document.finish()
  }

  /// How many nodes the tree has.
  var nodes: Int { document.nodes }

  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result { document.withRoot(body) }

  // MARK: Blocks

  private mutating func readBlocks() -> Bool {
    var top = 0
    var state = document.state
    // The kind of the refused block whose lines are left out.
    var skipped: MarkupTree.Kind?
    var isAfterBlank = true
    var isAfterTwo = false
    // A text that ends with a line ending has no further line.
    let count = lines.starts.last.map { Int($0) == text.count } == true ? lines.starts.count - 1 : lines.starts.count
    for line in 0..<count {
      let content = lines.content(of: line, in: text)
      let markers = BlockMarkers(content)
      defer {
        isAfterTwo = isAfterBlank && markers.isBlank
        isAfterBlank = markers.isBlank
      }
      if let kind = skipped {
        if cost.isUsedUp || !BlockReader.beginsBlock(content, markers, isAfterBlank, after: kind) {
          extendRefusal(to: line, isBlank: markers.isBlank)
          continue
        }
        skipped = nil
      }
      // A third blank line changes nothing outside code.
      if markers.isBlank, isAfterTwo, !state.endsInCode { continue }
      let start = state.top?.startLine ?? 0
      if start != top {
        top = start
        cost.beginBlock()
      }
      let bytes = LineCount(content)
      if let reason = cost.add(bytes, markers, state) {
        let isNew = BlockReader.beginsBlock(content, markers, isAfterBlank, after: state.top?.kind)
        let kind = isNew ? nil : state.top?.kind
        guard refuse(line, reason, isNew ? nil : state.top) else { return false }
        state = document.state
        skipped = kind ?? BlockReader.kind(of: content, markers)
        continue
      }
      guard feed(line) else { return false }
      let memory = state.memory
      state = document.state
      cost.add(bytes, markers, memory: state.memory - memory, state)
    }
    return true
  }

  private mutating func feed(_ line: Int) -> Bool {
    fed.append(UInt32(line))
    let end = line + 1 < lines.starts.count ? Int(lines.starts[line + 1]) : text.count
    let whole = text[Int(lines.starts[line])..<end]
    guard document.feed(whole) else { return false }
    if let last = whole.last, last == 0x0A || last == 0x0D { return true }
    return document.feed([0x0A])
  }

  /// Refuses the open block, or a block that begins with `line`. Ends all open blocks.
  private mutating func refuse(_ line: Int, _ reason: Refusal.Reason, _ open: CMarkNode?) -> Bool {
    let start = open.map { Int(fed[$0.startLine - 1]) } ?? line
    refusals.append(Refusal(lines: start...line, reason: reason))
    for text in ["\n", "***\n"] {
      fed.append(UInt32(line))
      guard document.feed(Array(text.utf8)[...]) else { return false }
    }
    guard let last = document.lastBlock else { return true }
    // The parser drops a paragraph that contains only link definitions.
    if let open, last.previous?.isSame(as: open) == true {
      last.setMark(BlockReader.added)
      open.setMark(refusals.count)
      document.clear(open)
    } else {
      last.setMark(refusals.count)
    }
    cost.refuseBlock(memory: document.state.memory)
    return true
  }

  private mutating func extendRefusal(to line: Int, isBlank: Bool) {
    guard !isBlank, let last = refusals.indices.last else { return }
    refusals[last].lines = refusals[last].lines.lowerBound...line
  }

  /// Whether a line begins a block at the top level. `open` is the kind of the block at the top level before it, or nil.
  private static func beginsBlock(
    _ line: ArraySlice<UInt8>, _ markers: BlockMarkers, _ isAfterBlank: Bool, after open: MarkupTree.Kind?
  ) -> Bool {
    guard !markers.isBlank, markers.indent <= 3 else { return false }
    let content = line.dropFirst(markers.indent)
    // Code in a list item begins here too, so that no later line of it is taken for text.
    if BlockReader.beginsCodeOrHTML(content) { return true }
    guard markers.indent <= 1 else { return false }
    if content.first == UInt8(ascii: "#") { return BlockReader.isHeading(content) || isAfterBlank }
    if content.first == UInt8(ascii: ">") { return open != .blockQuote || isAfterBlank }
    let isInList = open == .list || open == .footnoteDefinition
    return isAfterBlank && !(isInList && markers.count > 0)
  }

  /// The kind of the block that begins with a line.
  private static func kind(of line: ArraySlice<UInt8>, _ markers: BlockMarkers) -> MarkupTree.Kind {
    if markers.count == 0 { return .paragraph }
    return line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ">") ? .blockQuote : .list
  }

  private static func beginsCodeOrHTML(_ content: ArraySlice<UInt8>) -> Bool {
    let starts = ["```", "~~~", "<!--", "<?", "<![CDATA[", "<script", "<pre", "<style", "<textarea"]
    return starts.contains { content.starts(with: $0.utf8) }
  }

  private static func isHeading(_ content: ArraySlice<UInt8>) -> Bool {
    let level = content.prefix { $0 == UInt8(ascii: "#") }.count
    return level <= 6 && content.dropFirst(level).first.map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  // MARK: Inline markup

  /// Refuses blocks whose inline markup costs too much: a paragraph, a heading, or a whole table.
  private mutating func readInlines() -> Bool {
    var content: [UInt8] = []
    let memory = document.state.memory
    let definitions = document.definitions
    var next: CMarkNode? = document.withRoot { $0 }
    while let node = next {
      guard node.mark == 0, node.holdsInlines else {
        next = node.following(entering: node.mark == 0)
        continue
      }
      content.removeAll(keepingCapacity: true)
      node.appendContent(to: &content)
      guard let reason = cost.add(inline: content, memory: memory, definitions) else {
        next = node.following(entering: false)
        continue
      }
      let block = node.kind == .tableCell ? node.parent?.parent ?? node : node
      refusals.append(Refusal(lines: lines(of: block), column: max(0, block.startColumn - 1), reason: reason))
      next = block.following(entering: false)
      block.setMark(refusals.count)
      document.clear(block)
    }
    return true
  }

  private func lines(of block: CMarkNode) -> ClosedRange<Int> {
    let first = Int(fed[max(block.startLine, 1) - 1])
    return first...max(first, Int(fed[min(max(block.endLine, 1), fed.count) - 1]))
  }
}
