import DossierText

/// Finds the places of nodes in the source.
extension MarkupConversion {
  func span(of node: CMarkNode) -> Span {
    guard node.startLine > 0 else { return block }
    let start = map.offset(line: node.startLine, column: node.startColumn)
    let end = map.offset(line: node.endLine, column: node.endColumn + 1)
    // The library does not report the end of some HTML blocks. Use the end of their first line.
    return Span(start, node.kind == .htmlBlock && end <= start ? lineEnd(start) : max(start, end))
  }

  mutating func located(_ node: MarkupTree.Node, needle: [UInt8], from cmark: CMarkNode) -> MarkupTree.Node {
    guard !needle.isEmpty else { return node }
    let hint = map.offset(line: cmark.startLine, column: 1)
    let place = node.kind == .htmlInline ? findHTML(needle, near: hint) : findDestination(needle, near: hint)
    var result = MarkupTree.Node(kind: node.kind, span: place ?? node.span, end: node.end)
    result.literal = node.literal
    result.target = node.target
    result.title = node.title
    return result
  }

  func find(_ needle: [UInt8], near hint: Int) -> Span { search(needle, near: hint) ?? block }

  /// Finds an HTML tag. If the line endings in the file and in the tree differ, finds only the first line of the tag.
  func findHTML(_ needle: [UInt8], near hint: Int) -> Span {
    search(needle, near: hint) ?? find(Array(needle.prefix { $0 != 0x0A }), near: hint)
  }

  /// Moves the cursor past inline code, because code can look like a link. Handles only code on one line.
  mutating func passCode(_ code: [UInt8], startLine: Int) {
    guard startLine > 0, let first = code.first else { return }
    var i = max(cursor, map.offset(line: startLine, column: 1))
    let end = min(i + MarkupConversion.window, Int(block.upper)) - code.count
    while i <= end, source[i] != 0x0A, source[i] != 0x0D {
      if source[i] == first, source[i..<(i + code.count)].elementsEqual(code) {
        cursor = i + code.count
        return
      }
      i += 1
    }
  }

  /// Finds the destination of a link or image: after `](`, after `<` in an autolink, or in the definition of a reference link.
  /// Nil if the destination is not in the source as it is, for example because it contains an entity.
  mutating func findDestination(_ needle: [UInt8], near hint: Int) -> Span? {
    if destinationsOf != block {
      destinations = destinationStarts()
      (destinationsOf, firstDestination) = (block, 0)
    }
    let from = max(cursor, lineStart(min(max(hint, Int(block.lower)), max(Int(block.upper), Int(block.lower)))))
    while firstDestination < destinations.count, destinations[firstDestination] < from { firstDestination += 1 }
    // The links of a block come in order. Only a few starts can be in code or in HTML, so that the cost stays small.
    for start in destinations[firstDestination...].prefix(64) where isWhole(needle, at: start) {
      return Span(start, start + needle.count)
    }
    return findDefinition(needle, near: hint)
  }

  /// The places in the block at which the destination of a link can begin: after `](` and white space, or after `<`.
  func destinationStarts() -> [Int] {
    var starts: [Int] = []
    let end = min(max(Int(block.upper), Int(block.lower)), source.count)
    var i = Int(block.lower)
    while i < end {
      if source[i] == UInt8(ascii: "<") {
        starts.append(i + 1)
      } else if source[i] == UInt8(ascii: "("), i > Int(block.lower), source[i - 1] == UInt8(ascii: "]") {
        var start = i + 1
        while start < end, source[start] <= 0x20 { start += 1 }
        if start < end, source[start] != UInt8(ascii: "<") { starts.append(start) }
      }
      i += 1
    }
    return starts
  }

  /// Whether the destination that begins at `start` is `needle`, and not only begins with it.
  func isWhole(_ needle: [UInt8], at start: Int) -> Bool {
    let end = start + needle.count
    guard end < source.count, end <= Int(block.upper), source[start..<end].elementsEqual(needle) else { return false }
    let isBracketed = source[start - 1] == UInt8(ascii: "<")
    return isBracketed ? source[end] == UInt8(ascii: ">") : source[end] == UInt8(ascii: ")") || source[end] <= 0x20
  }

  /// The destination in the definition of a reference link. If several definitions have this destination, the definition whose
  /// label is in the block.
  func findDefinition(_ needle: [UInt8], near hint: Int) -> Span? {
    let found = definitions.definitions(to: needle)
    guard found.count > 1 else { return found.first?.destinationSpan }
    let named = found.first { search(Array("[\($0.label)]".utf8), near: hint, within: 1 << 12) != nil }
    return (named ?? found.first)?.destinationSpan
  }

  /// Finds the first occurrence of `needle` in the block. The search begins at the line of `hint` or at `cursor`, whichever is
  /// last.
  ///
  /// At most `limit` bytes are searched.
  func search(_ needle: [UInt8], near hint: Int, within limit: Int = .max) -> Span? {
    var end = min(max(Int(block.upper), Int(block.lower)), source.count)
    var i = max(cursor, min(hint, end) < Int(block.lower) ? Int(block.lower) : lineStart(min(hint, end)))
    i = max(i, Int(block.lower))
    if end - i > limit { end = i + limit }
    guard let first = needle.first, needle.count <= end - i else { return nil }
    while i + needle.count <= end {
      if source[i] == first, source[i..<(i + needle.count)].elementsEqual(needle) { return Span(i, i + needle.count) }
      i += 1
    }
    return nil
  }

  func lineStart(_ offset: Int) -> Int {
    var i = offset
    while i > max(Int(block.lower), cursor), source[i - 1] != 0x0A, source[i - 1] != 0x0D { i -= 1 }
    return i
  }

  func lineEnd(_ offset: Int) -> Int {
    var i = offset
    while i < source.count, source[i] != 0x0A, source[i] != 0x0D { i += 1 }
    return i
  }
}
