package import DossierText

/// What a Markdown text may ask of the parser, so that any text within these limits costs at most 1 s and 256 MB.
///
/// libcmark-gfm 0.29 has inputs whose cost grows with the square of their length, or with the product of two of their
/// parts. Each limit below bounds one such product. They depend on the bytes alone, never on time.
package struct MarkupLimits: Sendable {
  package static let documentBytes = 256 << 10
  package static let lineBytes = 8 << 10
  /// Container markers (`>`, list markers, `[^x]:`) at the start of one line.
  package static let markersOnLine = 32
  /// Lines in a row that are not blank, outside fenced code and tables: at most this many bytes are one paragraph.
  package static let runBytes = 8 << 10
  /// The same for fenced code and tables.
  package static let longRunBytes = 128 << 10
  package static let tableColumns = 128
  /// Columns times lines of one table.
  package static let tableCells = 50_000
  /// Longest link definition times number of opening brackets: what resolved references may put into the output.
  package static let referenceBytes = 8 << 20
  package static let footnoteReferences = 5_000

  /// A limit that a text passes, and where.
  package struct Excess: Sendable {
    package let span: Span
    /// What is too much, as a phrase: "a line of 9 000 bytes; at most 8 192 are read".
    package let description: String
  }
}

extension MarkupLimits {
  /// The first limit that `bytes` passes, found in one pass; nil when the text may be parsed.
  static func excess(in bytes: [UInt8]) -> Excess? {
    if bytes.count > documentBytes {
      return Excess(
        span: Span(documentBytes, documentBytes),
        description: "a text of \(bytes.count) bytes; at most \(documentBytes) are read")
    }
    var scan = LimitScan()
    let lines = LineIndex(bytes)
    for line in lines.starts.indices {
      if let excess = scan.next(lines.content(of: line, in: bytes)) { return excess }
    }
    return scan.finish()
  }
}

/// One pass over the lines of a text.
private struct LimitScan {
  private var runStart = 0
  private var runBytes = 0
  private var linesInRun = 0
  private var columns = 0
  private var isTable = false
  private var isDefinition = false
  private var fence: (mark: UInt8, length: Int)?
  /// Offsets at which the content of the open list items begins.
  private var items: [Int] = []
  private var brackets = 0
  private var footnotes = 0
  private var longestDefinition = 0
  private var longestDefinitionAt = 0

  mutating func next(_ line: ArraySlice<UInt8>) -> MarkupLimits.Excess? {
    let start = line.startIndex
    if line.count > MarkupLimits.lineBytes {
      return excess(start, line.count, "a line of \(line.count) bytes; at most \(MarkupLimits.lineBytes) are read")
    }
    if let open = fence { return insideFence(line, open) }
    count(line)
    let indent = line.prefix { $0 == 0x20 }.count
    let content = line.dropFirst(indent)
    if content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      endRun()
      return nil
    }
    let markers = LimitScan.markers(line)
    if markers > MarkupLimits.markersOnLine {
      return excess(
        start, line.count,
        "\(markers) list and quotation markers on one line; at most \(MarkupLimits.markersOnLine) are read")
    }
    if indent == 0, let opened = LimitScan.fenceMark(content) {
      endRun()
      fence = opened
      runStart = start
      return nil
    }
    if startsItem(indent, content) || (indent <= 3 && LimitScan.isHeading(content)) { endRun(keepingItems: true) }
    return extendRun(line, content)
  }

  mutating func finish() -> MarkupLimits.Excess? {
    endRun()
    if footnotes > MarkupLimits.footnoteReferences {
      return excess(0, 0, "\(footnotes) footnote references; at most \(MarkupLimits.footnoteReferences) are read")
    }
    if brackets * longestDefinition > MarkupLimits.referenceBytes {
      return excess(
        longestDefinitionAt, longestDefinition,
        "a link definition of \(longestDefinition) bytes beside \(brackets) brackets that may repeat it; "
          + "at most \(MarkupLimits.referenceBytes) bytes may come of it")
    }
    return nil
  }

  private mutating func extendRun(_ line: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) -> MarkupLimits.Excess? {
    if linesInRun == 0 {
      runStart = line.startIndex
      columns = LimitScan.cells(content)
      isDefinition = content.first == UInt8(ascii: "[")
    } else if linesInRun == 1 {
      isTable = columns > 0 && LimitScan.isDelimiterRow(content) && LimitScan.cells(content) == columns
    }
    linesInRun += 1
    runBytes += line.count + 1
    if isDefinition, runBytes > longestDefinition { (longestDefinition, longestDefinitionAt) = (runBytes, runStart) }
    // The header may be any line of a paragraph, so every delimiter row counts as the start of a table.
    if LimitScan.isDelimiterRow(content), LimitScan.cells(content) > MarkupLimits.tableColumns {
      return excess(
        line.startIndex, line.count,
        "a table of \(LimitScan.cells(content)) columns; at most \(MarkupLimits.tableColumns) are read")
    }
    if isTable, columns * linesInRun > MarkupLimits.tableCells {
      return excess(
        runStart, 1, "a table of more than \(MarkupLimits.tableCells) cells; divide it, or keep it as a CSV file")
    }
    let limit = isTable ? MarkupLimits.longRunBytes : MarkupLimits.runBytes
    guard runBytes > limit else { return nil }
    return excess(
      runStart, 1,
      isTable
        ? "a table of more than \(limit) bytes; divide it, or keep it as a CSV file"
        : "more than \(limit) bytes without a blank line; divide the paragraph")
  }

  private mutating func insideFence(
    _ line: ArraySlice<UInt8>, _ open: (mark: UInt8, length: Int)
  ) -> MarkupLimits.Excess? {
    if line.endIndex - runStart > MarkupLimits.longRunBytes {
      return excess(runStart, 1, "code of more than \(MarkupLimits.longRunBytes) bytes; attach it as a file")
    }
    let indent = line.prefix { $0 == 0x20 }.count
    let content = line.dropFirst(indent)
    let length = content.prefix { $0 == open.mark }.count
    if indent <= 3, length >= open.length,
      content.dropFirst(length).allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      fence = nil
      endRun()
    }
    return nil
  }

  private mutating func endRun(keepingItems: Bool = false) {
    runBytes = 0
    linesInRun = 0
    isTable = false
    isDefinition = false
    if !keepingItems { items = [] }
  }

  private mutating func count(_ line: ArraySlice<UInt8>) {
    var previous: UInt8 = 0
    for byte in line {
      if byte == UInt8(ascii: "[") { brackets += 1 }
      if previous == UInt8(ascii: "["), byte == UInt8(ascii: "^") { footnotes += 1 }
      previous = byte
    }
  }

  /// Whether the line begins a list item that surely ends the paragraph before it.
  private mutating func startsItem(_ indent: Int, _ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    var width = 1
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
    case UInt8(ascii: "1"):
      // Of the ordered items only one that begins with 1 may interrupt a paragraph.
      guard let second = content.dropFirst().first, second == UInt8(ascii: ".") || second == UInt8(ascii: ")") else {
        return numberedSibling(indent, content)
      }
      width = 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return numberedSibling(indent, content)
    default: return false
    }
    return accept(indent, width, content)
  }

  /// A later number of a list that is open at this very indent.
  private mutating func numberedSibling(_ indent: Int, _ content: ArraySlice<UInt8>) -> Bool {
    let digits = content.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    let mark = content.dropFirst(digits).first
    guard digits <= 9, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return false }
    guard items.contains(where: { $0 > indent && $0 <= indent + 12 }) else { return false }
    return accept(indent, digits + 1, content)
  }

  private mutating func accept(_ indent: Int, _ width: Int, _ content: ArraySlice<UInt8>) -> Bool {
    let rest = content.dropFirst(width)
    let spaces = rest.prefix { $0 == 0x20 }.count
    guard spaces >= 1, spaces < rest.count else { return false }
    while let last = items.last, last > indent { items.removeLast() }
    guard indent - (items.last ?? 0) <= 3 else { return false }
    items.append(indent + width + min(spaces, 4))
    return true
  }

  private static func markers(_ line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = line
    while true {
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = rest.first else { return count }
      switch first {
      case UInt8(ascii: ">"): rest = rest.dropFirst()
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard let next = rest.dropFirst().first, next == 0x20 || next == 0x09 else { return count }
        rest = rest.dropFirst()
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard digits <= 9, let mark = rest.dropFirst(digits).first,
          mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
        else { return count }
        rest = rest.dropFirst(digits + 1)
      case UInt8(ascii: "["):
        guard rest.dropFirst().first == UInt8(ascii: "^"), let close = rest.firstIndex(of: UInt8(ascii: "]")),
          rest[close...].dropFirst().first == UInt8(ascii: ":")
        else { return count }
        rest = rest[close...].dropFirst(2)
      default: return count
      }
      count += 1
    }
  }

  private static func fenceMark(_ content: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
    guard let mark = content.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = content.prefix { $0 == mark }.count
    guard length >= 3, mark == UInt8(ascii: "~") || !content.dropFirst(length).contains(mark) else { return nil }
    return (mark, length)
  }

  private static func isHeading(_ content: ArraySlice<UInt8>) -> Bool {
    let level = content.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(level) && content.dropFirst(level).first.map { $0 == 0x20 } ?? true
  }

  private static func isDelimiterRow(_ content: ArraySlice<UInt8>) -> Bool {
    content.contains(UInt8(ascii: "-")) && content.contains(UInt8(ascii: "|"))
      && content.allSatisfy { [UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09].contains($0) }
  }

  /// Cells of a table row: pipes that are not escaped divide them, the outer ones do not count.
  private static func cells(_ content: ArraySlice<UInt8>) -> Int {
    var trimmed = content
    while let last = trimmed.last, last == 0x20 || last == 0x09 { trimmed = trimmed.dropLast() }
    guard trimmed.contains(UInt8(ascii: "|")) else { return 0 }
    var count = 1
    var previous: UInt8 = 0
    for (i, byte) in trimmed.enumerated() {
      if byte == UInt8(ascii: "|"), previous != UInt8(ascii: "\\"), i != 0, i != trimmed.count - 1 { count += 1 }
      previous = byte
    }
    return count
  }

  private func excess(_ start: Int, _ count: Int, _ description: String) -> MarkupLimits.Excess {
    MarkupLimits.Excess(span: Span(start, start + count), description: description)
  }
}
