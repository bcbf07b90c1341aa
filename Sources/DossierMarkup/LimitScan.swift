import DossierText

/// Reads the lines of a text once and finds the first limit that is exceeded.
///
/// Long paragraphs are expensive to parse. So the scan limits the size of every run. A run is a sequence of lines without a
/// blank line that may be one paragraph.
///
/// Fenced code and tables have a larger limit, and a list item begins a new run. These two exceptions apply only if the parser
/// certainly sees the same block. If the scan cannot know whether a fence is open, the scan ignores all later fences.
struct LimitScan {
  private var runStart = 0
  private var runBytes = 0
  private var linesInRun = 0
  /// The number of bytes from the first possible link definition in the run to the last line read. Nil if the run contains no
  /// possible link definition.
  private var definitionBytes: Int?
  private var definitionStart = 0
  private var table = TableScan()
  private var blocks = BlockScan()
  private var items = ItemScan()
  private var brackets = 0
  private var footnotes = 0
  private var longestDefinition = 0
  private var longestDefinitionAt = 0

  mutating func next(_ line: ArraySlice<UInt8>) -> MarkupLimits.Excess? {
    if line.count > MarkupLimits.lineBytes {
      return excess(line.startIndex, line.count, "a line of \(line.count) bytes; the limit is \(MarkupLimits.lineBytes)")
    }
    if let start = blocks.insideFence(line) {
      endRun()
      guard line.endIndex - start > MarkupLimits.longRunBytes else { return nil }
      return excess(start, 1, "a code block of more than \(MarkupLimits.longRunBytes) bytes; attach the code as a file")
    }
    count(line)
    let content = line.drop { $0 == 0x20 }
    let indent = content.startIndex - line.startIndex
    if content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      blocks.blank()
      items = ItemScan()
      endRun()
      return nil
    }
    let markers = BlockMarkers(line)
    if let excess = tooDeep(line, markers) { return excess }
    if blocks.next(line, indent: indent, inner: markers.rest) {
      items = ItemScan()
      endRun()
      return nil
    }
    let isHeading = indent <= 3 && LimitScan.isHeading(content)
    let isItem = items.next(indent, content, isCertain: !blocks.mayHideItems)
    if isItem || isHeading { endRun() }
    let result = extendRun(line, indent, content)
    if isHeading { endRun() }
    return result
  }

  mutating func finish() -> MarkupLimits.Excess? {
    if footnotes > MarkupLimits.footnoteReferences {
      return excess(0, 0, "\(footnotes) footnote references; the limit is \(MarkupLimits.footnoteReferences)")
    }
    if brackets * longestDefinition > MarkupLimits.referenceBytes {
      return excess(
        longestDefinitionAt, longestDefinition,
        "a link definition of \(longestDefinition) bytes and \(brackets) brackets that may refer to it; "
          + "the limit for the result is \(MarkupLimits.referenceBytes) bytes")
    }
    return nil
  }

  private func tooDeep(_ line: ArraySlice<UInt8>, _ markers: BlockMarkers) -> MarkupLimits.Excess? {
    if markers.count > MarkupLimits.markersOnLine {
      return excess(
        line.startIndex, line.count,
        "\(markers.count) list and quotation markers on one line; the limit is \(MarkupLimits.markersOnLine)")
    }
    guard markers.count > 0, markers.indent > MarkupLimits.markerIndent else { return nil }
    return excess(
      line.startIndex, line.count,
      "a list item after \(markers.indent) columns of white space; the limit is \(MarkupLimits.markerIndent)")
  }

  private mutating func extendRun(_ line: ArraySlice<UInt8>, _ indent: Int, _ content: ArraySlice<UInt8>) -> MarkupLimits.Excess?
  {
    let wasTable = table.isCertain
    table.next(indent, content, isFirst: linesInRun == 0)
    // The lines above certainly form a table, but this line may begin a paragraph below the table. So begin a new run.
    if wasTable, !table.isCertain { endRun() }
    if linesInRun == 0 { runStart = line.startIndex }
    linesInRun += 1
    runBytes += line.count + 1
    noteDefinition(line)
    if TableScan.columns(ofDelimiterRow: content, isStrict: false) > MarkupLimits.tableColumns {
      return excess(
        line.startIndex, line.count,
        "a table of \(TableScan.columns(ofDelimiterRow: content, isStrict: false)) columns; the limit is \(MarkupLimits.tableColumns)"
      )
    }
    if table.isCertain, table.columns * linesInRun > MarkupLimits.tableCells {
      return excess(
        runStart, 1, "a table of more than \(MarkupLimits.tableCells) cells; divide it, or keep it as a CSV file")
    }
    let limit = table.isCertain ? MarkupLimits.longRunBytes : MarkupLimits.runBytes
    guard runBytes > limit else { return nil }
    return excess(
      runStart, 1,
      table.isCertain
        ? "a table of more than \(limit) bytes; divide it, or keep it as a CSV file"
        : "more than \(limit) bytes without a blank line; divide the paragraph")
  }

  private mutating func endRun() {
    runBytes = 0
    linesInRun = 0
    definitionBytes = nil
    table = TableScan()
  }

  private mutating func count(_ line: ArraySlice<UInt8>) {
    var previous: UInt8 = 0
    for byte in line {
      if byte == UInt8(ascii: "[") { brackets += 1 }
      if previous == UInt8(ascii: "["), byte == UInt8(ascii: "^") { footnotes += 1 }
      previous = byte
    }
  }

  /// Measures a possible link definition. Every link definition contains `]:`. A link definition ends at the latest with its
  /// paragraph, so all later lines of the run are counted.
  private mutating func noteDefinition(_ line: ArraySlice<UInt8>) {
    if definitionBytes == nil {
      guard zip(line, line.dropFirst()).contains(where: { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }) else { return }
      definitionBytes = 0
      definitionStart = line.startIndex
    }
    let bytes = (definitionBytes ?? 0) + line.count + 1
    definitionBytes = bytes
    if bytes > longestDefinition { (longestDefinition, longestDefinitionAt) = (bytes, definitionStart) }
  }

  private static func isHeading(_ content: ArraySlice<UInt8>) -> Bool {
    let level = content.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(level) && content.dropFirst(level).first.map { $0 == 0x20 } ?? true
  }

  private func excess(_ start: Int, _ count: Int, _ description: String) -> MarkupLimits.Excess {
    MarkupLimits.Excess(span: Span(start, start + count), description: description)
  }
}

/// The list, quotation and footnote markers at the start of a line.
struct BlockMarkers {
  private(set) var count = 0
  /// The width of the white space before the first marker, in columns.
  private(set) var indent = 0
  /// The part of the line after the markers.
  private(set) var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    rest = line
    while true {
      for byte in rest.prefix(while: { $0 == 0x20 || $0 == 0x09 }) where count == 0 {
        indent += byte == 0x09 ? 4 - indent % 4 : 1
      }
      rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
      guard let length = BlockMarkers.length(rest) else { return }
      rest = rest.dropFirst(length)
      count += 1
    }
  }

  private static func length(_ rest: ArraySlice<UInt8>) -> Int? {
    guard let first = rest.first else { return nil }
    switch first {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard let next = rest.dropFirst().first else { return nil }
      return next == 0x20 || next == 0x09 ? 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      guard digits <= 9, let mark = rest.dropFirst(digits).first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
        return nil
      }
      return digits + 1
    case UInt8(ascii: "["):
      guard rest.dropFirst().first == UInt8(ascii: "^"), let close = rest.firstIndex(of: UInt8(ascii: "]")),
        rest[close...].dropFirst().first == UInt8(ascii: ":")
      else { return nil }
      return close + 2 - rest.startIndex
    default: return nil
    }
  }
}
