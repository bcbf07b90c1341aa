import DossierText

/// Finds text that Markdown shows or loses against the intention of the author.
extension MarkupConversion {
  // MARK: Reference links

  /// Finds `[text][label]` and `[label][]` in a text. libcmark-gfm leaves these as text only if the label has no definition.
  ///
  /// `[label]` alone is often prose, so it is not reported. Brackets after a word are an index, as in `rows[i][j]`.
  mutating func findUndefined(in text: ArraySlice<UInt8>, near hint: Int) {
    var opened: [Int] = []
    var i = text.startIndex
    while i < text.endIndex {
      switch text[i] {
      case UInt8(ascii: "["):
        opened.append(i)
      case UInt8(ascii: "]"):
        // A bracket that was opened before this text closes here, for example after a word in bold.
        let open = opened.popLast()
        if open == nil {
          guard openBrackets > 0 else { break }
          openBrackets -= 1
        }
        if let end = reference(closedAt: i, openedAt: open, in: text, near: hint) {
          i = end
          continue
        }
      default: break
      }
      i += 1
    }
    openBrackets += opened.count
  }

  /// Reports the reference whose text ends at `close`. Returns the index after the reference. Nil if there is none.
  private mutating func reference(
    closedAt close: Int, openedAt open: Int?, in text: ArraySlice<UInt8>, near hint: Int
  ) -> Int? {
    guard close + 2 < text.endIndex, text[close + 1] == UInt8(ascii: "["),
      let end = text[(close + 2)...].prefix(1000).firstIndex(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[") }),
      text[end] == UInt8(ascii: "]")
    else { return nil }
    let words = open.map { text[($0 + 1)..<close] } ?? []
    let isCollapsed = end == close + 2
    let label = isCollapsed ? words : text[(close + 2)..<end]
    if let open {
      guard MarkupConversion.mayBeText(words), open == text.startIndex || !MarkupConversion.isWord(text[open - 1]) else {
        return nil
      }
      guard !MarkupConversion.isNumber(words) || !MarkupConversion.isNumber(label) else { return nil }
    }
    let name = String(decoding: label, as: UTF8.self)
    guard MarkupConversion.mayBeText(label), !definitions.keys.contains(LinkDefinitions.key(name)) else { return nil }
    // The source contains these bytes only if no bracket is escaped.
    let whole = Array(text[(open ?? close)...end])
    guard let place = search(whole, near: hint, within: 1 << 12) else { return nil }
    let upper = Int(place.upper)
    cursor = upper
    problems.append(.undefinedReference(label: name, isCollapsed ? place : Span(upper - label.count - 2, upper)))
    return end + 1
  }

  /// Whether the words between brackets can be the text or the label of a link. Excludes check boxes, footnotes and patterns such
  /// as `[a-z][0-9]`.
  private static func mayBeText(_ words: ArraySlice<UInt8>) -> Bool {
    guard let first = words.first(where: { $0 > 0x20 }), first != UInt8(ascii: "^") else { return false }
    let isRange = words.count == 3 && words[words.startIndex + 1] == UInt8(ascii: "-")
    let isRanges =
      words.count > 3 && words[words.startIndex + 1] == UInt8(ascii: "-") && words.count % 3 == 0 && !words.contains(0x20)
    return !isRange && !isRanges
  }

  private static func isNumber(_ words: ArraySlice<UInt8>) -> Bool { words.allSatisfy { (0x30...0x39).contains($0) } }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "_"), UInt8(ascii: "]"), UInt8(ascii: ")"): true
    default: false
    }
  }

  /// Reports the definitions whose label is nowhere else in brackets.
  ///
  /// A definition such as `[//]: # (text)` is a comment of the author.
  mutating func findUnusedDefinitions() {
    let candidates = definitions.all.filter { definition in
      !definition.isIndented && !definition.destination.isEmpty && definition.destination != Array("#".utf8)
        && Int(definition.labelSpan.upper) <= source.count
        && source[definition.labelSpan.range].elementsEqual(definition.label.utf8)
    }
    guard !candidates.isEmpty else { return }
    let used = labelsInBrackets(upTo: candidates.reduce(0) { max($0, $1.label.utf8.count) } * 2 + 16)
    // The library does not report the end of some HTML blocks, but the literal has all their bytes.
    var blocks = nodes.filter { $0.kind == .codeBlock || $0.kind == .htmlBlock }.map { node in
      Span(Int(node.span.lower), max(Int(node.span.upper), Int(node.span.lower) + Int(node.literal.count)))
    }[...]
    // Definitions and blocks have the same order.
    for definition in candidates {
      let place = definition.labelSpan
      blocks = blocks.drop { $0.upper <= place.lower }
      let isInBlock = blocks.first.map { $0.lower <= place.lower } ?? false
      guard !isInBlock, !used.contains(LinkDefinitions.key(definition.label)) else { continue }
      problems.append(.unusedDefinition(label: definition.label, place))
    }
  }

  /// The keys of the texts in brackets with at most `limit` bytes, without the labels of definitions.
  private func labelsInBrackets(upTo limit: Int) -> Set<String> {
    var keys: Set<String> = []
    var open: [Int] = []
    for i in markdown.indices {
      switch markdown[i] {
      case UInt8(ascii: "["): open.append(i)
      case UInt8(ascii: "]"):
        guard let start = open.popLast(), i - start <= limit else { continue }
        let isDefinition = i + 1 < markdown.count && markdown[i + 1] == UInt8(ascii: ":") && isFirstInLine(start)
        if !isDefinition { keys.insert(LinkDefinitions.key(String(decoding: markdown[(start + 1)..<i], as: UTF8.self))) }
      default: break
      }
    }
    return keys
  }

  private func isFirstInLine(_ offset: Int) -> Bool {
    var i = offset - 1
    while i >= 0, markdown[i] != 0x0A, markdown[i] != 0x0D {
      guard [0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(markdown[i]) else {
        return false
      }
      i -= 1
    }
    return true
  }

  // MARK: Tables

  /// Reports cells after the last column, and references that a `|` divides.
  mutating func inspectRow(_ row: CMarkNode, columns: Int) {
    if lineStarts.isEmpty {
      let starts = LineIndex(markdown).starts
      lineStarts = fed.map { Int(starts[Int($0)]) }
    }
    guard row.startLine > 0, row.startLine <= lineStarts.count else { return }
    let start = lineStarts[row.startLine - 1]
    let line = start..<(markdown[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? markdown.count)
    var cells = MarkupConversion.cells(of: markdown[line])
    guard cells.count > 1 else { return }
    func span(_ range: Range<Int>) -> Span {
      let lower = map.offset(line: row.startLine, column: range.lowerBound - start + 1)
      return Span(lower, lower + range.count)
    }
    var divided: [Int] = []
    for (i, cell) in cells.enumerated().dropLast() where isDivided(cell, cells[i + 1]) { divided.append(i) }
    for i in divided { problems.append(.dividedReference(span(cells[i].upperBound..<(cells[i].upperBound + 1)))) }
    // A row without divided references can still have too many cells.
    // The header row defines the columns, and the marker of a list item can be before it.
    guard cells.count > columns, columns > 0, divided.isEmpty, !row.isHeaderRow else { return }
    while let last = cells.last, markdown[last].allSatisfy({ $0 <= 0x20 }) { cells.removeLast() }
    guard cells.count > columns, let last = cells.last else { return }
    problems.append(.lostCells(columns: columns, cells: cells.count, span(trimmed(cells[columns].lowerBound..<last.upperBound))))
  }

  /// The cells of a row, without the outer pipes and without the quotation marks of a block quotation before the row.
  private static func cells(of line: ArraySlice<UInt8>) -> [Range<Int>] {
    var start = line.startIndex
    while start < line.endIndex, line[start] <= 0x20 || line[start] == UInt8(ascii: ">") { start += 1 }
    var end = line.endIndex
    while end > start, line[end - 1] <= 0x20 { end -= 1 }
    if start < end, line[start] == UInt8(ascii: "|") { start += 1 }
    var cells: [Range<Int>] = []
    var isEscaped = false
    var begin = start
    for i in start..<max(start, end) {
      if isEscaped {
        isEscaped = false
      } else if line[i] == UInt8(ascii: "\\") {
        isEscaped = true
      } else if line[i] == UInt8(ascii: "|") {
        cells.append(begin..<i)
        begin = i + 1
      }
    }
    if begin < end { cells.append(begin..<end) }
    return cells
  }

  private func isDivided(_ cell: Range<Int>, _ next: Range<Int>) -> Bool {
    guard let open = pair(UInt8(ascii: "["), in: cell).last, let close = pair(UInt8(ascii: "]"), in: next).first else {
      return false
    }
    return !pair(UInt8(ascii: "]"), in: cell).contains { $0 > open } && !pair(UInt8(ascii: "["), in: next).contains { $0 < close }
      && open + 2 < cell.upperBound
  }

  /// The places at which `mark` is written twice.
  private func pair(_ mark: UInt8, in range: Range<Int>) -> [Int] {
    range.dropLast().filter { markdown[$0] == mark && markdown[$0 + 1] == mark }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, markdown[lower] <= 0x20 { lower += 1 }
    while upper > lower, markdown[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}
