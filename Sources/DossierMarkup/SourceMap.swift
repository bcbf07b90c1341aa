package import DossierText

/// Says where in a file each line of a Markdown text begins: the body of a file, or a YAML block scalar without its indent.
package struct SourceMap: Sendable {
  /// Offset in the file of the first byte of each line of the text.
  private let lineStarts: [UInt32]
  /// All of the text, as bytes of the file.
  let extent: Span

  package init(lineStarts: [UInt32], extent: Span) {
    self.lineStarts = lineStarts
    self.extent = extent
  }

  /// A text that stands in the file byte for byte from `offset` on.
  package init(verbatim text: [UInt8], at offset: Int) {
    lineStarts = LineIndex(text).starts.map { $0 + UInt32(offset) }
    extent = Span(offset, offset + text.count)
  }

  /// File offset of a place given as 1-based line and column; the start of the text for a place the parser does not know.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return line < 1 ? Int(extent.lower) : Int(extent.upper) }
    return min(Int(lineStarts[line - 1]) + max(0, column - 1), Int(extent.upper))
  }
}
