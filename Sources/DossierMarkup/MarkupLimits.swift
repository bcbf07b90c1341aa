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
  /// Columns of white space before a list or footnote marker: what bounds how deep such blocks nest over several lines.
  package static let markerIndent = 128
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
