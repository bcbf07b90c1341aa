import DossierText

/// Finds the exact end of YAML values, also of values whose `span` covers only their first line.
///
/// The search compares the text of a value with the bytes of the file, and ignores white space. Folding and indentation change
/// only white space.
struct YAMLExtent: Sendable {
  let bytes: [UInt8]

  /// Whether a value is a list in brackets or a mapping in braces.
  func isBracketed(_ node: YAMLNode) -> Bool {
    let open: UInt8
    switch node.content {
    case .scalar: return false
    case .sequence: open = UInt8(ascii: "[")
    case .mapping: open = UInt8(ascii: "{")
    }
    return Int(node.span.lower) < bytes.count && bytes[Int(node.span.lower)] == open
  }

  /// The offset after the last byte of a value. The line end after the value is not included.
  ///
  /// Nil if the bytes of the file do not match the value, for example because the parser replaced invisible characters.
  func end(of node: YAMLNode) -> Int? {
    let start = Int(node.span.lower)
    switch node.content {
    case .scalar(let text, .plain): return end(of: Array(text.utf8), from: start)
    case .scalar(_, .quoted):
      let quote = Int(node.span.upper)
      return quote < bytes.count && start > 0 && bytes[quote] == bytes[start - 1] ? quote + 1 : nil
    case .scalar(let text, _): return blockEnd(Array(text.utf8), node.span)
    case .sequence(let items): return collectionEnd(node, items.last)
    case .mapping(let members): return collectionEnd(node, members.last?.value)
    }
  }

  private func collectionEnd(_ node: YAMLNode, _ last: YAMLNode?) -> Int? {
    guard isBracketed(node) else { return last.flatMap { end(of: $0) } }
    guard let after = last.map({ end(of: $0) }) ?? Int(node.span.lower) + 1 else { return nil }
    return closing(of: node, after: after)?.end
  }

  /// The offset of the comma after the last value of a collection in brackets, and the offset after the closing bracket.
  /// `comma` is nil if there is no comma.
  func closing(of node: YAMLNode, after start: Int) -> (comma: Int?, end: Int)? {
    let close = if case .sequence = node.content { UInt8(ascii: "]") } else { UInt8(ascii: "}") }
    var comma: Int?
    var i = start
    while i < bytes.count, bytes[i] != close {
      if bytes[i] == UInt8(ascii: ","), comma == nil {
        comma = i
        i += 1
      } else if bytes[i] == UInt8(ascii: "#") {
        while i < bytes.count, YAMLScan.breakLength(bytes, i) == 0 { i += 1 }
      } else {
        let length = white(bytes, i)
        guard length > 0 else { return nil }
        i += length
      }
    }
    return i < bytes.count ? (comma, i + 1) : nil
  }

  /// The offset after the last byte of a text that may run over several lines.
  private func end(of text: [UInt8], from start: Int) -> Int? {
    var (i, j, end) = (start, 0, start)
    while true {
      while j < text.count, white(text, j) > 0 { j += white(text, j) }
      guard j < text.count else { return end }
      while i < bytes.count, white(bytes, i) > 0 { i += white(bytes, i) }
      guard i < bytes.count, bytes[i] == text[j] else { return nil }
      (i, j, end) = (i + 1, j + 1, i + 1)
    }
  }

  /// The end of a block scalar. `header` is the span of the scalar: the line of the indicator `|` or `>`.
  private func blockEnd(_ text: [UInt8], _ header: Span) -> Int? {
    guard var end = end(of: text, from: Int(header.upper)) else { return nil }
    let last = text.lastIndex { $0 > 0x20 }
    let rest = text[(last.map { $0 + 1 } ?? 0)...]
    let breaks = rest.count { $0 == 0x0A }
    // Return nil if the last line of the text consists of spaces, because the search ignored them.
    if breaks > 0, rest.last != 0x0A { return nil }
    // Return nil if the file ends directly after the text, without a line end. If an edit added a line end there, the line end
    // would become part of the text. With the indicator `-`, a line end after the text is never part of the text.
    if breaks == 0, !text.isEmpty, !bytes[header.range].prefix(3).contains(UInt8(ascii: "-")) { return nil }
    // Include the blank lines at the end, because they belong to the text. Do not include the last line end of the text.
    for _ in 0..<(last == nil ? breaks : max(0, breaks - 1)) {
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      let length = YAMLScan.breakLength(bytes, end)
      guard length > 0 else { return nil }
      end += length
    }
    return end
  }

  /// The length of the space, tab or line end at `i`. 0 for every other character.
  private func white(_ bytes: [UInt8], _ i: Int) -> Int {
    bytes[i] == 0x20 || bytes[i] == 0x09 ? 1 : YAMLScan.breakLength(bytes, i)
  }
}
