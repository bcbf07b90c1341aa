/// A decimal number with its spelling: 0.10 is displayed as 0.10, not as 0.1. Use `value` to compare sizes.
package struct Decimal: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  package let value: Double

  /// Accepts digits with an optional minus sign and at most one point. Rejects exponents, other bases and separators.
  package init?(_ text: String) {
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      digits.count <= 30, let value = Double(text)
    else { return nil }
    self.description = text
    self.value = value
  }
}
