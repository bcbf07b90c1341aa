import DossierText

/// Finds formulas in a Markdown text: `$a$` on one line, and `$$…$$` on one line or several.
///
/// CommonMark knows no formulas and would read the backslashes and underscores in a formula as markup. So each byte of a formula is
/// replaced by a filler before the text is parsed, and the formula is inserted afterwards.
struct FormulaScan {
  /// A block of the first parse that can contain formulas. Lines count from 1.
  struct Block {
    let lines: ClosedRange<Int>
    /// Whether the block is directly in the document, so that its lines begin with no markers.
    let isTop: Bool
    let isRow: Bool
  }

  /// The part of a formula on one line.
  struct Piece {
    let line: Int
    let range: Range<Int>
    /// The number of bytes before the piece on its line.
    let column: Int
    /// The whole formula. Empty for the second and every later line.
    let formula: [UInt8]
  }

  /// A byte that stands for a byte of a formula. It has no meaning in Markdown.
  static let filler: UInt8 = 0x1A

  private let text: [UInt8]
  private let lines: LineIndex
  private var pieces: [Piece] = []
  /// The offset after the last formula.
  private var last = 0
  /// The end of the lines without a blank line that were read last.
  private var knownRunEnd = 0
  /// The offset of the last run of backticks in the block, by the length of the run.
  private var lastCode: [Int: Int] = [:]

  /// The pieces of all formulas, in the order of the text. Empty if the text contains the filler.
  static func pieces(of text: [UInt8], in blocks: [Block]) -> [Piece] {
    guard !text.contains(filler) else { return [] }
    var scan = FormulaScan(text)
    for block in blocks.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) { scan.read(block) }
    return scan.pieces
  }

  static func masked(_ text: [UInt8], _ pieces: [Piece]) -> [UInt8] {
    var masked = text
    for piece in pieces {
      for i in piece.range { masked[i] = filler }
    }
    return masked
  }

  private init(_ text: [UInt8]) {
    self.text = text
    lines = LineIndex(text)
  }

  private mutating func read(_ block: Block) {
    guard block.lines.lowerBound >= 1, block.lines.upperBound <= lines.starts.count else { return }
    let end = lines.content(of: block.lines.upperBound - 1, in: text).endIndex
    var i = max(last, Int(lines.starts[block.lines.lowerBound - 1]))
    guard i < end, text[i..<end].contains(UInt8(ascii: "$")) else { return }
    findCode(i..<end)
    while i < end {
      switch text[i] {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"): i = afterCode(i, end)
      case UInt8(ascii: "<"): i = afterTag(i, end)
      case UInt8(ascii: "]") where i + 1 < end && text[i + 1] == UInt8(ascii: "("):
        i += 2
        while i < end, text[i] > 0x20, text[i] != UInt8(ascii: ")") { i += 1 }
      case UInt8(ascii: "$"): i = formula(at: i, end, block)
      default: i += 1
      }
    }
    last = max(last, i)
  }

  /// Reads a formula or one or two dollar signs. Returns the offset after them.
  private mutating func formula(at i: Int, _ end: Int, _ block: Block) -> Int {
    let isDouble = i + 1 < end && text[i + 1] == UInt8(ascii: "$")
    let before = i > 0 ? text[i - 1] : 0x20
    guard !FormulaScan.isWord(before) else { return i + (isDouble ? 2 : 1) }
    guard let after = isDouble ? display(i, end, block) : inline(i, end, block) else { return i + (isDouble ? 2 : 1) }
    append(i..<after, block)
    return after
  }

  /// The end of `$a$`. As on GitHub, no space follows the first dollar sign or precedes the second one, and no digit follows the
  /// second one. So "$5 and $10" is prose.
  private func inline(_ start: Int, _ blockEnd: Int, _ block: Block) -> Int? {
    guard start + 2 < blockEnd, text[start + 1] > 0x20 else { return nil }
    var i = start + 1
    while i < blockEnd {
      switch text[i] {
      case 0x0A, 0x0D, UInt8(ascii: "`"): return nil
      case UInt8(ascii: "|") where block.isRow: return nil
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "$"):
        let next = i + 1 < blockEnd ? text[i + 1] : 0x20
        guard text[i - 1] > 0x20, !(0x30...0x39).contains(next), next != UInt8(ascii: "$") else { return nil }
        return FormulaScan.isWord(next) && !looksLikeFormula((start + 1)..<i) ? nil : i + 1
      default: i += 1
      }
    }
    return nil
  }

  /// The end of `$$…$$`. In the document itself, a formula that begins a line goes on to the next blank line, because a line
  /// such as `= 2` is no heading in a formula.
  private mutating func display(_ start: Int, _ blockEnd: Int, _ block: Block) -> Int? {
    let isAtLineStart = start == 0 || text[start - 1] == 0x0A || text[start - 1] == 0x0D
    let end = block.isTop && isAtLineStart ? runEnd(start) : blockEnd
    var i = start + 2
    var hasContent = false
    while i + 1 < end {
      if text[i] == UInt8(ascii: "|"), block.isRow { return nil }
      if text[i] == UInt8(ascii: "\\") {
        hasContent = true
        i += 2
        continue
      }
      if text[i] == UInt8(ascii: "$"), text[i + 1] == UInt8(ascii: "$") { return hasContent ? i + 2 : nil }
      hasContent = hasContent || text[i] > 0x20
      i += 1
    }
    return nil
  }

  /// The end of the line before the next blank line.
  private mutating func runEnd(_ start: Int) -> Int {
    if start < knownRunEnd { return knownRunEnd }
    var line = lines.line(of: start)
    var end = start
    while line < lines.starts.count {
      let content = lines.content(of: line, in: text)
      guard content.contains(where: { $0 > 0x20 }) else { break }
      end = content.endIndex
      line += 1
    }
    knownRunEnd = end
    return end
  }

  private mutating func append(_ range: Range<Int>, _ block: Block) {
    var parts: [(line: Int, range: Range<Int>)] = []
    var line = lines.line(of: range.lowerBound)
    while line < lines.starts.count, Int(lines.starts[line]) < range.upperBound {
      let content = lines.content(of: line, in: text)
      var start = max(range.lowerBound, content.startIndex)
      // The markers of quotes and the indentation of lists are not part of the formula.
      if start == content.startIndex, !parts.isEmpty, !block.isTop {
        while start < content.endIndex, text[start] == 0x20 || text[start] == 0x09 || text[start] == UInt8(ascii: ">") {
          start += 1
        }
      }
      let end = min(range.upperBound, content.endIndex)
      if start < end { parts.append((line + 1, start..<end)) }
      line += 1
    }
    let formula = Array(parts.map { text[$0.range] }.joined(separator: [0x0A]))
    for (n, part) in parts.enumerated() {
      pieces.append(
        Piece(
          line: part.line, range: part.range, column: part.range.lowerBound - Int(lines.starts[part.line - 1]),
          formula: n == 0 ? formula : []))
    }
  }

  // MARK: Other markup

  private mutating func findCode(_ range: Range<Int>) {
    lastCode = [:]
    var i = range.lowerBound
    while i < range.upperBound {
      let run = text[i..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count
      if run > 0 { lastCode[run] = i }
      i += max(1, run)
    }
  }

  private func afterCode(_ start: Int, _ end: Int) -> Int {
    let length = text[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
    var i = start + length
    // Do not read the rest of the block for a run that no other run matches.
    guard let other = lastCode[length], other >= i else { return i }
    while i < end {
      let run = text[i..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run == length { return i + run }
      i += max(1, run)
    }
    return start + length
  }

  /// The end of a tag or an address in angle brackets on one line.
  private func afterTag(_ start: Int, _ end: Int) -> Int {
    guard start + 1 < end, FormulaScan.isWord(text[start + 1]) || text[start + 1] == UInt8(ascii: "/") else { return start + 1 }
    var i = start + 1
    while i < end, text[i] != 0x0A, text[i] != 0x0D, text[i] != UInt8(ascii: "<") {
      if text[i] == UInt8(ascii: ">") { return i + 1 }
      i += 1
    }
    return start + 1
  }

  /// Whether a text contains a sign that is common in formulas and rare in prose.
  private func looksLikeFormula(_ range: Range<Int>) -> Bool {
    range.count == 1 || text[range].contains { [UInt8](#"\^_{}=+"#.utf8).contains($0) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "$")
  }
}
