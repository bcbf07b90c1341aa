/// Limits for Markdown texts. Parsing any text takes at most 1 s and 256 MB.
///
/// For some texts, the cost of libcmark-gfm 0.29 grows with the square of the length, or with the product of two sizes in the
/// text. `MarkupCost` estimates this cost. Whether a block exceeds a limit depends only on the bytes of the text, never on time.
package enum MarkupLimits {
  /// The maximum number of container markers (`>`, list markers, `[^x]:`) at the start of one line.
  package static let markersOnLine = 32
  /// The maximum number of markers of a line that is a thematic break such as `- - -`.
  static let marksOfThematicBreak = 512
  /// The maximum number of quotations, list items and footnote definitions inside each other.
  package static let nesting = 100
  /// The maximum estimated cost of all blocks of a text, in steps. A step takes about a nanosecond.
  package static let steps = 500_000_000
  /// The maximum estimated cost of one block at the top level. It leaves steps for the other blocks.
  package static let stepsOfBlock = 300_000_000
  /// The maximum estimated memory for a parsed text, in bytes.
  package static let memory = 152 << 20
  /// The maximum size of the addresses and titles that reference links repeat, in bytes.
  package static let repeatedBytes = 8 << 20
  /// The maximum number of diagnostics about refused blocks of one text. The last one counts the other blocks.
  static let diagnostics = 100
}
