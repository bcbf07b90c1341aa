/// Follows a table whose every line begins with `|` behind the same white space: such lines can be nothing else.
struct TableScan {
  /// All lines so far are certainly a table.
  private(set) var isCertain = false
  /// Columns of the header, 0 where it is none.
  private(set) var columns = 0
  private var indent = 0
  private var lines = 0

  /// Reads the next line of a run; `isFirst` when it certainly begins one.
  mutating func next(_ indent: Int, _ content: ArraySlice<UInt8>, isFirst: Bool) {
    let mayBelong = indent <= 3 && content.first == UInt8(ascii: "|")
    if isFirst {
      self = TableScan()
      guard mayBelong else { return }
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

  /// Columns of a line such as `|---|:-:|`; 0 for any other. The loose form counts what merely looks like one.
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

  /// Cells of a row: pipes that are not escaped divide them, the outer ones do not count.
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
