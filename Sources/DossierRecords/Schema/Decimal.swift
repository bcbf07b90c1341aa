/// A decimal number kept as it was written, so that 0.10 stays 0.10; compared by value.
package struct Decimal: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  package let value: Double

  /// Digits with at most one point and a sign before them; no exponent, no other base, no separators.
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
