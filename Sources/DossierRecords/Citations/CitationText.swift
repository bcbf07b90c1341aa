import DossierMarkup
import DossierText

/// The text of one block without markup, with the position of each part in the file.
///
/// Each line break becomes a line feed. Each address, image and record reference becomes one unit separator (U+001F), because
/// these parts are not prose. A reference to a control, such as `[[A.2.2]]`, becomes the id of the control.
struct CitationText {
  private(set) var bytes: [UInt8] = []
  let block: Int
  private let tree: MarkupTree
  private let source: [UInt8]
  private var segments: [Segment] = []
  /// The end of the last range of the source that `span(of:)` has found. No search starts before this end.
  private var cursor: Int
  /// The number of failed searches in the block. After some failures no more searches are made, so that the cost stays linear.
  private var failures = 0

  static let gap: UInt8 = 0x1F

  private struct Segment {
    let start: Int
    let node: Int
    /// Whether the source at the node's span has the same bytes as this segment. Nil until the answer is computed.
    var isVerbatim: Bool?
  }

  /// The span in the file of a range of `bytes`. If the range is not found in the file, the span of the block.
  mutating func span(of range: Range<Int>) -> Span {
    let fallback = tree.nodes[block].span
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].start <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return fallback }
    let segment = segments[low - 1]
    let node = tree.nodes[segment.node]
    let length = Int(node.literal.count)
    guard range.upperBound <= segment.start + length else { return fallback }
    if isVerbatim(low - 1) {
      let start = Int(node.span.lower) + range.lowerBound - segment.start
      cursor = max(cursor, start + range.count)
      return Span(start, start + range.count)
    }
    return search(range, from: max(cursor, Int(node.span.lower))) ?? search(range, from: cursor, isLast: true) ?? fallback
  }

  private mutating func isVerbatim(_ index: Int) -> Bool {
    if let known = segments[index].isVerbatim { return known }
    let node = tree.nodes[segments[index].node]
    let range = node.span.range.clamped(to: source.indices)
    let answer = node.kind == .text && source[range].elementsEqual(tree.bytes(node.literal))
    segments[index].isVerbatim = answer
    return answer
  }

  /// Finds the first occurrence of the text of `range` in the source of the block, from `start` on. Skips occurrences inside a
  /// longer word or number. Nil if nothing was found, or if too many searches have failed.
  private mutating func search(_ range: Range<Int>, from start: Int, isLast: Bool = false) -> Span? {
    guard failures < 16, let first = bytes[range].first else { return nil }
    let block = tree.nodes[block].span.range.clamped(to: source.indices)
    var i = max(start, block.lowerBound)
    while i + range.count <= block.upperBound {
      if source[i] == first, source[i..<(i + range.count)].elementsEqual(bytes[range]),
        !(i > 0 && CitationText.isAlphanumeric(source[i - 1])), !goesOn(at: i + range.count)
      {
        cursor = i + range.count
        return Span(i, i + range.count)
      }
      i += 1
    }
    if isLast { failures += 1 }
    return nil
  }

  private func goesOn(at i: Int) -> Bool {
    guard i < source.count else { return false }
    if CitationText.isAlphanumeric(source[i]) { return true }
    return source[i] == UInt8(ascii: ".") && i + 1 < source.count && CitationText.isDigit(source[i + 1])
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension CitationText {
  /// `references` receives the offsets of ids written as `[[…]]`.
  init(_ tree: MarkupTree, block: Int, source: [UInt8], references: inout Set<Int>) {
    self.tree = tree
    self.block = block
    self.source = source
    cursor = Int(tree.nodes[block].span.lower)
    var i = tree.nodes[block].kind == .codeBlock ? block : block + 1
    while i < Int(tree.nodes[block].end) {
      let node = tree.nodes[i]
      switch node.kind {
      case .text, .code, .codeBlock:
        segments.append(Segment(start: bytes.count, node: i, isVerbatim: nil))
        bytes += tree.bytes(node.literal)
      case .softBreak, .lineBreak: bytes.append(0x0A)
      case .reference: appendReference(node, &references)
      case .image: bytes.append(CitationText.gap)
      case .link where node.isSpecial: bytes.append(CitationText.gap)
      default: break
      }
      i = node.kind == .image || (node.kind == .link && node.isSpecial) ? Int(node.end) : i + 1
    }
  }

  private mutating func appendReference(_ node: MarkupTree.Node, _ references: inout Set<Int>) {
    let target = tree.bytes(node.target)
    guard target.starts(with: "A.".utf8), target.count < 16 else {
      bytes.append(CitationText.gap)
      return
    }
    references.insert(bytes.count)
    bytes += target
  }
}
