/// A half-open range of UTF-8 bytes in one file, counted from the first byte of the file (a byte-order mark included).
package struct Span: Hashable, Sendable, Comparable {
  package let lower: UInt32
  package let upper: UInt32

  package init(_ lower: Int, _ upper: Int) {
    self.lower = UInt32(clamping: lower)
    self.upper = UInt32(clamping: max(lower, upper))
  }

  /// The empty span at the start of a file: for what concerns the file as a whole.
  package static let start = Span(0, 0)

  package var range: Range<Int> { Int(lower)..<Int(upper) }
  package var count: Int { Int(upper - lower) }

  /// The same extent further on in the file.
  package func shifted(by offset: Int) -> Span { Span(Int(lower) + offset, Int(upper) + offset) }

  package static func < (a: Span, b: Span) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
  }
}
