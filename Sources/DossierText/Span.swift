/// A half-open range of UTF-8 bytes in one file. Offsets count from the first byte of the file, including a byte-order mark.
package struct Span: Hashable, Sendable, Comparable {
  package let lower: UInt32
  package let upper: UInt32

  package init(_ lower: Int, _ upper: Int) {
    self.lower = UInt32(clamping: lower)
    self.upper = UInt32(clamping: max(lower, upper))
  }

  /// The empty span at the start of a file. Diagnostics about a whole file use this span.
  package static let start = Span(0, 0)

  package var range: Range<Int> { Int(lower)..<Int(upper) }
  package var count: Int { Int(upper - lower) }

  /// The span moved by `offset` bytes.
  package func shifted(by offset: Int) -> Span { Span(Int(lower) + offset, Int(upper) + offset) }

  package static func < (a: Span, b: Span) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
  }
}
