import DossierText

/// Replaces the raw HTML of a text by nodes. Comments are left out.
///
/// An element that has a form in Markdown becomes the same node as in Markdown, for example a link, an image or a heading. So
/// the same checks apply to it.
struct HTMLReading {
  private let nodes: [MarkupTree.Node]
  private let source: [UInt8]
  private let matching: HTMLMatching
  private var text: [UInt8]
  private var result: [MarkupTree.Node] = []
  private var uses: [HTMLUse] = []
  private var useIndex: [UseKey: Int] = [:]
  private var open: [Open] = []
  /// The anchors of rows and other elements that cannot contain an anchor. The next cell contains them.
  private var waiting: [MarkupTree.Node] = []
  private var linkDepth = 0
  /// Whether the last node that was written is part of a sentence, so that a space after it is visible.
  private var isInSentence = false
  /// For each name, the number of refused start tags without an end tag.
  private var refused: [String: Int] = [:]
  /// The place in the source after the last token that was found.
  private var cursor = 0
  /// The first line of the block or of the tag that is being read.
  private var line = Span.start

  private struct UseKey: Hashable {
    let kind: HTMLUse.Kind
    let name: String
  }

  /// An element or a node that is being written.
  private struct Open {
    /// The index in the result. Nil if the element has no node.
    let index: Int?
    /// For an element, the index of the token at which it ends. For a node, the index after its last descendant.
    let end: Int
    let isElement: Bool
    var isLink = false
    var isFrame = false
    var isPhrasing = false
  }

  /// Returns the same tree if it contains neither raw HTML nor an alert.
  static func read(_ tree: MarkupTree, source: [UInt8]) -> MarkupTree {
    let isNeeded = tree.nodes.contains { $0.kind == .htmlBlock || $0.kind == .htmlInline || $0.kind == .blockQuote }
    guard isNeeded else { return tree }
    var reading = HTMLReading(tree, source)
    reading.run()
    guard reading.result != tree.nodes || !reading.uses.isEmpty else { return tree }
    return MarkupTree(
      nodes: reading.result, text: reading.text, written: tree.written.isEmpty ? tree.nodes : tree.written, html: reading.uses)
  }

  private init(_ tree: MarkupTree, _ source: [UInt8]) {
    nodes = tree.nodes
    text = tree.text
    self.source = source
    matching = HTMLMatching(tree.nodes, tree.text)
    result.reserveCapacity(nodes.count)
  }

  private mutating func run() {
    var i = 0
    while i < nodes.count {
      let node = nodes[i]
      while let last = open.last, !last.isElement, last.end <= i { pop() }
      switch node.kind {
      case .htmlBlock, .htmlInline: html(i, node)
      // A link cannot contain another link.
      case .link where node.isSpecial && linkDepth > 0: break
      case .blockQuote:
        // As on GitHub, a quote inside another block is an ordinary quote.
        guard open.last(where: { !$0.isElement })?.index == 0, let alert = AlertMarker.find(in: nodes, text, quote: i) else {
          copy(i, node)
          break
        }
        copy(i, node, number: alert.kind.rawValue)
        if !alert.isWholeParagraph { copy(i + 1, nodes[i + 1]) }
        i = alert.next
        continue
      default: copy(i, node)
      }
      i += 1
    }
    while !open.isEmpty { pop() }
  }

  private mutating func pop() {
    guard let last = open.popLast() else { return }
    if last.isLink { linkDepth -= 1 }
    isInSentence = last.isPhrasing
    if let index = last.index { result[index].end = Int32(result.count) }
  }

  private mutating func copy(_ i: Int, _ node: MarkupTree.Node, number: Int32? = nil) {
    var copied = node
    copied.end = Int32(result.count + 1)
    if let number { copied.number = number }
    if Int(node.end) > i + 1 { open.append(Open(index: result.count, end: Int(node.end), isElement: false)) }
    isInSentence = node.kind == .text || node.kind == .code
    result.append(copied)
  }

  // MARK: Tokens

  private mutating func html(_ index: Int, _ node: MarkupTree.Node) {
    guard let range = matching.tokensOfNode[index] else { return }
    cursor = Int(node.span.lower)
    line = firstLine(node.span)
    if node.kind == .htmlBlock, !hasEffect(range) { return refuseBlock(node, range) }
    for t in range {
      let token = matching.tokens[t]
      while let last = open.last, last.isElement, last.end == t { pop() }
      switch token.kind {
      case .comment: comment(token, node)
      case .text: write(token, node, isLast: t + 2 >= range.upperBound)
      case .declaration, .raw: refuse(t, node)
      case .start:
        if let i = matching.elementOfToken[t], matching.elements[i].isAccepted {
          begin(matching.elements[i], token, node)
        } else {
          refuse(t, node)
        }
      case .end:
        let isAccepted = matching.elementOfEnd[t].map { matching.elements[$0].isAccepted } ?? matching.idleEnds.contains(t)
        if !isAccepted { refuse(t, node) }
      }
    }
  }

  /// Whether a token of the block begins or ends an element.
  private func hasEffect(_ tokens: Range<Int>) -> Bool {
    tokens.contains { t in
      (matching.elementOfToken[t] ?? matching.elementOfEnd[t]).map { matching.elements[$0].isAccepted } ?? false
        || matching.idleEnds.contains(t)
    }
  }

  private mutating func comment(_ token: HTMLToken, _ node: MarkupTree.Node) {
    use(HTMLUse(kind: token.isUnterminated ? .openComment : .comment, name: "", isListed: false, span: place(token, node)))
  }

  private mutating func write(_ token: HTMLToken, _ node: MarkupTree.Node, isLast: Bool) {
    guard !token.range.isEmpty, open.last?.isFrame != true else { return }
    let isBlank = !token.range.contains { text[$0] > 0x20 }
    if isBlank, isLast || (!isInSentence && open.last?.isPhrasing != true) { return }
    append(.text, place(token, node)) { $0.literal = $1.unescaped(token.range) }
    isInSentence = true
  }

  /// Writes a tag as text.
  private mutating func refuse(_ t: Int, _ node: MarkupTree.Node) {
    let token = matching.tokens[t]
    let span = place(token, node)
    note(t, span)
    if token.kind == .start { anchor(HTMLAttributes(text, token.attributes), isLink: isLink(token), span) }
    append(.htmlInline, span) { inner, _ in inner.literal = MarkupTree.Slice(token.range) }
    isInSentence = true
  }

  /// Writes a block without accepted elements as text, but without its comments.
  private mutating func refuseBlock(_ node: MarkupTree.Node, _ range: Range<Int>) {
    var rest: [UInt8] = []
    var hasComment = false
    for t in range {
      let token = matching.tokens[t]
      if token.kind == .comment {
        hasComment = true
        comment(token, node)
        continue
      }
      rest += text[token.range]
      guard token.kind != .text else { continue }
      let span = place(token, node)
      note(t, span)
      if token.kind == .start { anchor(HTMLAttributes(text, token.attributes), isLink: isLink(token), span) }
    }
    guard rest.contains(where: { $0 > 0x20 }) else { return }
    var copied = node
    copied.end = Int32(result.count + 1)
    if hasComment { copied.literal = slice(rest[...]) }
    result.append(copied)
  }

  private func isLink(_ token: HTMLToken) -> Bool { HTMLElement(text[token.name]) == .a }

  private mutating func note(_ t: Int, _ span: Span) {
    let token = matching.tokens[t]
    let name = String(decoding: text[token.name], as: UTF8.self).lowercased()
    switch token.kind {
    case .start:
      refused[name, default: 0] += 1
      // The rows of a refused table need no note of their own.
      if let i = matching.elementOfToken[t], matching.isRefusedWithParent(i) { return }
    case .end:
      // The end tag of an element whose start tag has been counted.
      if let count = refused[name], count > 0 {
        refused[name] = count - 1
        return
      }
    case .declaration: break
    case .raw, .text, .comment: return
    }
    use(
      HTMLUse(
        kind: token.kind == .declaration ? .declaration : .tag, name: name, isListed: HTMLElement(text[token.name]) != nil,
        span: span))
  }

  private mutating func use(_ use: HTMLUse) {
    let key = UseKey(kind: use.kind, name: use.name)
    if let known = useIndex[key] {
      uses[known].count += 1
    } else {
      useIndex[key] = uses.count
      uses.append(use)
    }
  }

  // MARK: Elements

  private mutating func begin(_ element: HTMLMatching.Element, _ token: HTMLToken, _ node: MarkupTree.Node) {
    let name = element.name
    let attributes = element.attributes
    var span = place(token, node)
    // Anchors of an element that cannot contain them are written before the element, or in the next cell.
    let isBefore = name.isFrame || name.isVoid
    if isBefore { anchor(attributes, isLink: false, span) }
    var result: MarkupTree.Node?
    switch name {
    case .wbr, .col, .source: return
    case .br:
      append(.lineBreak, span) { inner, _ in inner.isMarked = true }
      isInSentence = false
      return
    case .hr: return append(.thematicBreak, span) { _, _ in }
    case .img: return image(attributes, span)
    case .picture, .span, .colgroup: break
    case .a:
      if let href = attributes.href {
        span = place(of: href, in: token, at: span)
        var link = MarkupTree.Node(kind: .link, span: span, end: 0)
        link.target = unescaped(href)
        if let title = attributes.title { link.title = unescaped(title) }
        result = link
      }
    case .b, .strong: result = MarkupTree.Node(kind: .strong, span: span, end: 0)
    case .i, .em: result = MarkupTree.Node(kind: .emphasis, span: span, end: 0)
    case .s, .strike, .del: result = MarkupTree.Node(kind: .strikethrough, span: span, end: 0)
    case .p:
      var paragraph = MarkupTree.Node(kind: .paragraph, span: span, end: 0)
      paragraph.alignment = attributes.alignment
      result = paragraph
    case .h1, .h2, .h3, .h4, .h5, .h6:
      var heading = MarkupTree.Node(kind: .heading, span: span, end: 0)
      heading.number = Int32(name.rawValue - HTMLElement.h1.rawValue + 1)
      result = heading
    default:
      var inner = MarkupTree.Node(kind: .element, span: span, end: 0)
      inner.element = name == .center ? .div : name
      inner.alignment = name == .center ? UInt8(ascii: "c") : attributes.alignment
      switch name {
      case .td, .th: inner.number = MarkupTree.pair(attributes.columns, attributes.rows)
      case .ol: inner.number = Int32(attributes.start ?? 1)
      case .details: inner.isMarked = attributes.isOpen
      default: break
      }
      result = inner
    }
    if let result { self.result.append(result) }
    if element.end > element.start {
      open.append(
        Open(
          index: result.map { _ in self.result.count - 1 }, end: element.end, isElement: true, isLink: element.isLink,
          isFrame: name.isFrame, isPhrasing: name.isPhrasing))
      if element.isLink { linkDepth += 1 }
    } else if result != nil {
      self.result[self.result.count - 1].end = Int32(self.result.count)
    }
    isInSentence = name.isPhrasing
    if !isBefore { anchor(attributes, isLink: name == .a, span) }
  }

  /// Writes the anchors that an element and the rows around it define.
  private mutating func anchor(_ attributes: HTMLAttributes, isLink: Bool, _ span: Span) {
    let isFrame = open.last?.isFrame == true
    if !isFrame {
      for var node in waiting {
        node.end = Int32(result.count + 1)
        result.append(node)
      }
      waiting = []
    }
    for value in [attributes.id, isLink ? attributes.name : nil] {
      guard let value, !value.isEmpty, !text[value].contains(where: { $0 <= 0x20 }) else { continue }
      if let id = attributes.id, value != id, text[id] == text[value] { continue }
      var node = MarkupTree.Node(kind: .anchor, span: span, end: Int32(result.count + 1))
      node.literal = unescaped(value)
      if isFrame { waiting.append(node) } else { result.append(node) }
    }
  }

  private mutating func image(_ attributes: HTMLAttributes, _ span: Span) {
    guard let address = attributes.source else { return }
    let index = result.count
    append(.image, place(of: address, in: nil, at: span)) {
      $0.target = $1.unescaped(address)
      if let title = attributes.title { $0.title = $1.unescaped(title) }
      $0.number = MarkupTree.pair(attributes.width, attributes.height)
    }
    if let words = attributes.alternative, !words.isEmpty {
      append(.text, span) { $0.literal = $1.unescaped(words) }
    }
    result[index].end = Int32(result.count)
    isInSentence = true
  }

  // MARK: Nodes and bytes

  private mutating func append(_ kind: MarkupTree.Kind, _ span: Span, _ set: (inout MarkupTree.Node, inout Self) -> Void) {
    var node = MarkupTree.Node(kind: kind, span: span, end: Int32(result.count + 1))
    set(&node, &self)
    result.append(node)
  }

  private mutating func slice(_ bytes: ArraySlice<UInt8>) -> MarkupTree.Slice {
    let start = text.count
    text += bytes
    return MarkupTree.Slice(start..<text.count)
  }

  private mutating func unescaped(_ range: Range<Int>) -> MarkupTree.Slice {
    guard text[range].contains(UInt8(ascii: "&")) else { return MarkupTree.Slice(range) }
    return slice(CMarkEntities.unescape(Array(text[range]))[...])
  }

  // MARK: Places

  /// The place of a token in the file. If the token has several lines, the place of its first line.
  private mutating func place(_ token: HTMLToken, _ node: MarkupTree.Node) -> Span {
    guard node.kind == .htmlBlock else { return line }
    // The text of a block is shorter than its source, because the markers of lists and quotes are missing. So the search may go on
    // a little longer.
    let most = Int(node.span.lower) + 2 * (Int(node.literal.count) + 64)
    let end = min(source.count, max(Int(node.span.upper), most))
    let needle = text[token.range].prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }
    guard let first = needle.first, cursor >= 0 else { return line }
    var i = cursor
    while i + needle.count <= end {
      if source[i] == first, source[i..<(i + needle.count)].elementsEqual(needle) {
        cursor = i + needle.count
        return Span(i, cursor)
      }
      i += 1
    }
    // Every further search in this block would also read the rest of the block.
    cursor = Int.min
    return line
  }

  private func place(of value: Range<Int>, in token: HTMLToken?, at span: Span) -> Span {
    let bytes = text[value]
    guard let first = bytes.first else { return span }
    var i = Int(span.lower)
    let end = min(source.count, Int(span.upper) + 1)
    while i + bytes.count <= end {
      if source[i] == first, source[i..<(i + bytes.count)].elementsEqual(bytes) { return Span(i, i + bytes.count) }
      i += 1
    }
    return span
  }

  private func firstLine(_ span: Span) -> Span {
    let bytes = source[span.range.clamped(to: source.indices)]
    return Span(Int(span.lower), Int(span.lower) + bytes.prefix { $0 != 0x0A && $0 != 0x0D }.count)
  }
}
