package import DossierText

/// For each line of a Markdown text, the position of the line in the file. The text is the body of a file, or a YAML block
/// scalar without its indentation.
package struct SourceMap: Sendable {
  /// The offset in the file of the first byte of each line.
  private let lineStarts: [UInt32]
  /// The span of the whole text in the file.
  let extent: Span

  package init(lineStarts: [UInt32], extent: Span) {
    self.lineStarts = lineStarts
    self.extent = extent
  }

  /// Makes the map of a text that occurs unchanged in the file and begins at `offset`.
  package init(verbatim text: [UInt8], at offset: Int) {
    lineStarts = LineIndex(text).starts.map { $0 + UInt32(offset) }
    extent = Span(offset, offset + text.count)
  }

  /// The file offset of a line and column, both counted from 1. A line below 1 gives the start of the text. A line after the
  /// last line gives the end.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return line < 1 ? Int(extent.lower) : Int(extent.upper) }
    return min(Int(lineStarts[line - 1]) + max(0, column - 1), Int(extent.upper))
  }
}
