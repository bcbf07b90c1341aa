/// A point in time with its UTC offset, to the minute or second (ISO 8601).
///
/// Examples: `2026-03-31T14:05Z`, `2026-03-31T14:05:30+02:00`.
package struct Timestamp: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The spelling in the source. It is displayed unchanged.
  package let description: String
  /// Seconds since 1970-01-01T00:00Z.
  package let secondsSinceEpoch: Int
  package let date: CivilDate

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      let date = CivilDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Timestamp.pair(bytes, 11, below: 24), let minute = Timestamp.pair(bytes, 14, below: 60)
    else { return nil }
    var next = 16
    var second = 0
    if bytes[16] == UInt8(ascii: ":") {
      guard let value = Timestamp.pair(bytes, 17, below: 60) else { return nil }
      second = value
      next = 19
    }
    guard let offset = Timestamp.offset(bytes, next) else { return nil }
    self.description = text
    self.date = date
    self.secondsSinceEpoch = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
  }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.secondsSinceEpoch < b.secondsSinceEpoch }

  /// Reads `Z` or `±HH:MM` at the end of the text. Returns seconds east of UTC.
  private static func offset(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "Z") { return start + 1 == bytes.count ? 0 : nil }
    guard bytes.count == start + 6, bytes[start + 3] == UInt8(ascii: ":"),
      let hours = pair(bytes, start + 1, below: 15), let minutes = pair(bytes, start + 4, below: 60)
    else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  private static func pair(_ bytes: [UInt8], _ at: Int, below limit: Int) -> Int? {
    guard at + 1 < bytes.count else { return nil }
    let high = Int(bytes[at]) - 48
    let low = Int(bytes[at + 1]) - 48
    guard (0...9).contains(high), (0...9).contains(low), high * 10 + low < limit else { return nil }
    return high * 10 + low
  }
}
