/// Reads the little-endian numbers of the ZIP format in sequence. A read beyond the end returns nil.
struct ByteFields {
  let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  var rest: Int { bytes.count - position }

  mutating func number(_ count: Int) -> Int? {
    guard rest >= count else { return nil }
    var value = 0
    for i in (0..<count).reversed() {
      // Return nil for a number of 2^62 or more, before the shift can overflow. No file has such a size or offset.
      guard value < 1 << 54 else { return nil }
      value = value << 8 | Int(bytes[position + i])
    }
    position += count
    return value
  }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, rest >= count else { return nil }
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }
}

extension [UInt8] {
  /// Appends a number as `count` little-endian bytes.
  mutating func put(_ value: Int, _ count: Int) {
    for i in 0..<count { append(UInt8(truncatingIfNeeded: value >> (8 * i))) }
  }
}
