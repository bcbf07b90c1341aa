/// Finds out whether a run of lines is certainly a table. Every line must have the same indentation. Every line must begin with
/// a character, such as `|` or a letter, that cannot begin another block.
struct TableScan {
  /// Whether all lines so far certainly form a table.
  private(set) var isCertain = false
  /// The number of header columns. 0 if there is no header.
  private(set) var columns = 0
  private var indent = 0
  private var lines = 0

  /// Reads the next line of a run. `isFirst` is true if the line certainly begins a run.
  mutating func next(_ indent: Int, _ content: ArraySlice<UInt8>, isFirst: Bool) {
    let mayBelong = indent <= 3 && (TableScan.beginsNoBlock(content) || (lines == 1 && TableScan.beginsDelimiterRow(content)))
    if isFirst {
      self = TableScan()
      guard indent <= 3, TableScan.beginsNoBlock(content) else { return }
      columns = TableScan.cells(content)
      self.indent = indent
    } else if !mayBelong || indent != self.indent {
      isCertain = false
      columns = 0
    } else if lines == 1, columns > 0 {
      isCertain = TableScan.columns(ofDelimiterRow: content, isStrict: true) == columns
    }
    lines += 1
  }

  /// Whether a line can only begin a paragraph or a table row.
  private static func beginsNoBlock(_ content: ArraySlice<UInt8>) -> Bool {
    guard let first = content.first else { return false }
    let second = content.dropFirst().first ?? 0x20
    switch first {
    case UInt8(ascii: "|"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF,
      UInt8(ascii: "("),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "!"):
      return true
    case UInt8(ascii: "["): return second != UInt8(ascii: "^")
    case UInt8(ascii: "`"): return second != UInt8(ascii: "`")
    // Accept emphasis. Reject a list item and a thematic break.
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      return second > 0x20 && content.contains { $0 != first && $0 != 0x20 && $0 != 0x09 }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let mark = content.drop { (0x30...0x39).contains($0) }.first
      return mark != UInt8(ascii: ".") && mark != UInt8(ascii: ")")
    default: return false
    }
  }

  /// Whether a line can begin a delimiter row. Accepts `---|---`. Rejects `- |`, because this line begins a list item.
  private static func beginsDelimiterRow(_ content: ArraySlice<UInt8>) -> Bool {
    let second = content.dropFirst().first ?? 0x20
    return content.first == UInt8(ascii: ":") || (content.first == UInt8(ascii: "-") && second != 0x20 && second != 0x09)
  }

  /// The number of columns of a delimiter row such as `|---|:-:|`. 0 for other lines.
  ///
  /// If `isStrict` is false, the columns of any line that contains only the characters of a delimiter row are also counted.
  static func columns(ofDelimiterRow content: ArraySlice<UInt8>, isStrict: Bool) -> Int {
    let isDelimiter = content.allSatisfy { [UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09].contains($0) }
    guard isDelimiter, content.contains(UInt8(ascii: "-")), content.contains(UInt8(ascii: "|")) else { return 0 }
    if isStrict {
      var parts = content.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map(trimmed)
      if parts.first?.isEmpty == true { parts.removeFirst() }
      if parts.last?.isEmpty == true { parts.removeLast() }
      guard parts.allSatisfy(isDelimiterCell) else { return 0 }
    }
    return cells(content)
  }

  private static func isDelimiterCell(_ cell: ArraySlice<UInt8>) -> Bool {
    var dashes = cell
    if dashes.first == UInt8(ascii: ":") { dashes = dashes.dropFirst() }
    if dashes.last == UInt8(ascii: ":") { dashes = dashes.dropLast() }
    return !dashes.isEmpty && dashes.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// The number of cells in a row. Escaped pipes and the outer pipes do not separate cells.
  private static func cells(_ content: ArraySlice<UInt8>) -> Int {
    let row = trimmed(content)
    guard row.contains(UInt8(ascii: "|")), row.count > 1 else { return 0 }
    var count = 1
    var isEscaped = false
    for i in row.indices {
      if isEscaped {
        isEscaped = false
      } else if row[i] == UInt8(ascii: "\\") {
        isEscaped = true
      } else if row[i] == UInt8(ascii: "|"), i != row.startIndex, i != row.endIndex - 1 {
        count += 1
      }
    }
    return count
  }

  private static func trimmed(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result = content.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = result.last, last == 0x20 || last == 0x09 { result = result.dropLast() }
    return result
  }
}
