/// Bytes as lower-case hexadecimal digits, two per byte.
package enum Hexadecimal {
  package static func digits(of bytes: some Collection<UInt8>) -> [UInt8] {
    func digit(_ value: UInt8) -> UInt8 { value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10) }
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return digits
  }
}
