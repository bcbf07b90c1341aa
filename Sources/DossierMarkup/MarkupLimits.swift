package import DossierText

/// Limits for Markdown texts. Parsing any text within these limits takes at most 1 s and 256 MB.
///
/// For some texts, the cost of libcmark-gfm 0.29 grows with the square of the length, or with the product of two sizes in the
/// text. Each limit bounds one of these costs. Whether a text exceeds a limit depends only on its bytes, never on time.
package struct MarkupLimits: Sendable {
  package static let documentBytes = 256 << 10
  package static let lineBytes = 8 << 10
  /// The maximum number of container markers (`>`, list markers, `[^x]:`) at the start of one line.
  package static let markersOnLine = 32
  /// The maximum size of a run of lines without a blank line, outside fenced code and tables. Such a run may be one paragraph.
  package static let runBytes = 8 << 10
  /// The maximum size of a fenced code block or a table.
  package static let longRunBytes = 128 << 10
  package static let tableColumns = 128
  /// The maximum number of cells of one table. The number of cells is the number of columns times the number of lines.
  package static let tableCells = 50_000
  /// The maximum number of columns of white space before a list or footnote marker. This limits how deep blocks can be nested
  /// over several lines.
  package static let markerIndent = 128
  /// The maximum product of two numbers of a text: the bytes of its longest link definition, and its opening brackets. Each
  /// bracket can insert the link definition, so the limit bounds the size of the parsed text.
  package static let referenceBytes = 8 << 20
  package static let footnoteReferences = 5_000

  /// A limit that a text exceeds, with the span to underline in a diagnostic.
  package struct Excess: Sendable {
    package let span: Span
    /// A description such as "a line of 9000 bytes; the limit is 8192".
    package let description: String
  }
}

extension MarkupLimits {
  /// The first limit that `bytes` exceeds, found in one pass. Nil if the text may be parsed.
  static func excess(in bytes: [UInt8]) -> Excess? {
    if bytes.count > documentBytes {
      return Excess(
        span: Span(documentBytes, documentBytes),
        description: "a text of \(bytes.count) bytes; the limit is \(documentBytes)")
    }
    var scan = LimitScan()
    let lines = LineIndex(bytes)
    for line in lines.starts.indices {
      if let excess = scan.next(lines.content(of: line, in: bytes)) { return excess }
    }
    return scan.finish()
  }
}
