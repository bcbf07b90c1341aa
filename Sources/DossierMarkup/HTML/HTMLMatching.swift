/// Decides which raw HTML of a text becomes elements. Start and end tags must be in the same block or in neighbouring blocks, and
/// elements must be nested correctly. Every other tag is refused, so that no element can go beyond its block.
///
/// The cost is linear: at most `depth` elements are open in one block.
struct HTMLMatching {
  struct Element {
    let name: HTMLElement
    let attributes: HTMLAttributes
    /// The index of the start tag.
    let start: Int
    /// The index of the token at which the element ends. Equal to `start` for an element without content.
    var end: Int
    /// The index of the element that contains this element in the same block. Nil if there is none.
    let parent: Int?
    var isAccepted = false
    /// Whether the element contains text or tags where only certain elements may be.
    var isBad = false
    var hasBlock = false
    var hasLink = false

    var isLink: Bool { name == .a && attributes.href != nil }
  }

  private(set) var elements: [Element] = []
  private(set) var tokens: [HTMLToken] = []
  /// The tokens of each node with raw HTML, by the index of the node. The last token of a block is an empty text.
  private(set) var tokensOfNode: [Int: Range<Int>] = [:]
  /// The element that each start tag begins, by the index of the token.
  private(set) var elementOfToken: [Int: Int] = [:]
  /// The element that each end tag ends, by the index of the token.
  private(set) var elementOfEnd: [Int: Int] = [:]
  /// End tags without an effect.
  private(set) var idleEnds: Set<Int> = []

  private let nodes: [MarkupTree.Node]
  private let text: [UInt8]
  /// The open elements. Each node that is being read has its own part of this array.
  private var open: [Int] = []
  private var frames: [Frame] = []
  private var openLinks = 0

  private static let depth = 64

  /// A node that is being read.
  private struct Frame {
    let end: Int32
    /// The number of elements that were open at the start of the node.
    let base: Int
    /// Whether the node contains no blocks.
    let isPhrasing: Bool
    let isInLink: Bool
    /// Whether tags in the node are part of the description of an image.
    let isImage: Bool
    var hasLink = false
  }

  init(_ nodes: [MarkupTree.Node], _ text: [UInt8]) {
    self.nodes = nodes
    self.text = text
    run()
  }

  /// Whether an element is refused because an element around it is refused.
  func isRefusedWithParent(_ i: Int) -> Bool {
    guard elements[i].name.needsParent, let parent = elements[i].parent else { return false }
    return !elements[parent].isAccepted
  }

  private mutating func run() {
    for (i, node) in nodes.enumerated() {
      while let frame = frames.last, frame.end <= Int32(i) { leave() }
      switch node.kind {
      case .htmlBlock, .htmlInline: html(i, node)
      case .document: break
      default: content(node)
      }
      if node.end > Int32(i + 1) { enter(node) }
    }
    while !frames.isEmpty { leave() }
    // An element that is refused cannot contain the elements that need it. Parents come before their children.
    for i in elements.indices where elements[i].name.needsParent {
      if let parent = elements[i].parent, !elements[parent].isAccepted { elements[i].isAccepted = false }
    }
  }

  private mutating func enter(_ node: MarkupTree.Node) {
    let outer = frames.last
    let isPhrasing =
      switch node.kind {
      case .paragraph, .heading, .emphasis, .strong, .strikethrough, .link, .image: true
      default: false
      }
    frames.append(
      Frame(
        end: node.end, base: open.count, isPhrasing: isPhrasing,
        isInLink: node.kind == .link || outer?.isInLink == true || openLinks > 0,
        isImage: node.kind == .image))
  }

  private mutating func leave() {
    guard let frame = frames.last else { return }
    while open.count > frame.base { abandon() }
    frames.removeLast()
    guard frame.hasLink else { return }
    markLink()
  }

  /// The element that directly contains the next token.
  private var top: Int? { open.count > (frames.last?.base ?? 0) ? open.last : nil }

  private mutating func markLink() {
    if let top { elements[top].hasLink = true } else if !frames.isEmpty { frames[frames.count - 1].hasLink = true }
  }

  private mutating func markBad() { if let top, elements[top].name.isFrame { elements[top].isBad = true } }

  /// Records a node that is not HTML.
  private mutating func content(_ node: MarkupTree.Node) {
    switch node.kind {
    case .text: if !isBlank(node.literal) { markBad() }
    case .softBreak: break
    case .lineBreak, .code, .emphasis, .strong, .strikethrough, .image: markBad()
    case .link:
      markBad()
      if !node.isSpecial { markLink() }
    case .reference, .footnoteReference:
      markBad()
      markLink()
    // Rows and cells are parts of a table.
    case .tableRow, .tableCell, .item: break
    default:
      markBad()
      if let top { elements[top].hasBlock = true }
    }
  }

  private func isBlank(_ slice: MarkupTree.Slice) -> Bool {
    text[Int(slice.start)..<Int(slice.start + slice.count)].allSatisfy { $0 <= 0x20 }
  }

  // MARK: Tags

  private mutating func html(_ index: Int, _ node: MarkupTree.Node) {
    let first = tokens.count
    let range = Int(node.literal.start)..<Int(node.literal.start + node.literal.count)
    tokens += HTMLTokens.read(text, range)
    if node.kind == .htmlBlock { tokens.append(HTMLToken(kind: .text, range: range.upperBound..<range.upperBound)) }
    tokensOfNode[index] = first..<tokens.count
    for t in first..<tokens.count {
      let token = tokens[t]
      switch token.kind {
      case .text: if token.range.contains(where: { text[$0] > 0x20 }) { markBad() }
      case .comment: break
      case .declaration, .raw: markBad()
      case .start: start(t, token)
      case .end: end(t, token)
      }
    }
    // A paragraph does not continue in the next block.
    if node.kind == .htmlBlock, let top, elements[top].name == .p { close(at: tokens.count - 1) }
  }

  private mutating func start(_ t: Int, _ token: HTMLToken) {
    guard !token.isUnterminated, let name = HTMLElement(text[token.name]), frames.last?.isImage != true else { return markBad() }
    while let top, elements[top].name.ends(before: name) { close(at: t) }
    let parent = top
    guard name.fits(in: parent.map { elements[$0].name }) else { return markBad() }
    let attributes = HTMLAttributes(text, token.attributes)
    let isBlock = !name.isPhrasing
    let isInPhrasing = frames.last?.isPhrasing == true
    if isBlock, isInPhrasing || open.count - (frames.last?.base ?? 0) >= HTMLMatching.depth { return markBad() }
    var element = Element(name: name, attributes: attributes, start: t, end: t, parent: parent)
    if element.isLink, frames.last?.isInLink == true { return markBad() }
    if name == .img, attributes.source == nil { return markBad() }
    let isEmpty = name.isVoid || (name == .a && token.isClosed && attributes.href == nil)
    guard isEmpty || open.count - (frames.last?.base ?? 0) < HTMLMatching.depth else { return markBad() }
    element.isAccepted = isEmpty
    elementOfToken[t] = elements.count
    if isEmpty {
      if isBlock, let parent, !elements[parent].name.isFrame { elements[parent].hasBlock = true }
      elements.append(element)
    } else {
      open.append(elements.count)
      elements.append(element)
      if element.isLink { openLinks += 1 }
    }
  }

  private mutating func end(_ t: Int, _ token: HTMLToken) {
    guard !token.isUnterminated, let name = HTMLElement(text[token.name]) else { return markBad() }
    let base = frames.last?.base ?? 0
    guard let match = open[base...].lastIndex(where: { elements[$0].name == name }) else {
      // A paragraph ends before the next block, so its end tag may come too late.
      if name == .p, frames.last?.isPhrasing != true { idleEnds.insert(t) } else { markBad() }
      return
    }
    while open.count > match + 1 {
      if let top, elements[top].name.endIsOptional { close(at: t) } else { abandon() }
    }
    elementOfEnd[t] = open.last
    close(at: t)
  }

  /// Ends the innermost open element at a token. Accepts the element if its content is allowed.
  private mutating func close(at t: Int) {
    guard let i = open.popLast() else { return }
    let element = elements[i]
    elements[i].end = t
    let isAllowed = !element.isBad && !(element.name.holdsPhrasing && element.hasBlock) && !(element.isLink && element.hasLink)
    elements[i].isAccepted = isAllowed
    passOn(i, isAllowed)
  }

  /// Removes an open element that has no end tag. An anchor without an end tag is an anchor without content.
  private mutating func abandon() {
    guard let i = open.popLast() else { return }
    let isAnchor = elements[i].name == .a && elements[i].attributes.href == nil
    elements[i].isAccepted = isAnchor
    elements[i].end = elements[i].start
    passOn(i, isAnchor)
  }

  /// Records what the parent contains, now that one of its elements has been read.
  private mutating func passOn(_ i: Int, _ isAccepted: Bool) {
    let element = elements[i]
    if element.isLink { openLinks -= 1 }
    if let top {
      if element.hasBlock || !element.name.isPhrasing { elements[top].hasBlock = true }
      if !isAccepted { markBad() }
    }
    if element.hasLink || element.isLink { markLink() }
  }
}
