/// The list, quotation and footnote markers at the start of a line. In code, they have no meaning.
struct BlockMarkers {
  private(set) var count = 0
  /// The width of the white space before the first marker, in columns.
  private(set) var indent = 0
  private(set) var isBlank = false
  /// Whether the line begins a thematic break such as `- - -`.
  let isThematicBreak: Bool

  init(_ line: ArraySlice<UInt8>) {
    var rest = line.drop { $0 == 0x20 || $0 == 0x09 }
    for byte in line[..<rest.startIndex] { indent += byte == 0x09 ? 4 - indent % 4 : 1 }
    isBlank = rest.isEmpty
    isThematicBreak = BlockMarkers.isThematicBreak(rest)
    while let length = BlockMarkers.length(rest) {
      rest = rest.dropFirst(length).drop { $0 == 0x20 || $0 == 0x09 }
      count += 1
    }
  }

  private static func isThematicBreak(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let mark = rest.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else {
      return false
    }
    return rest.allSatisfy { $0 == mark || $0 == 0x20 || $0 == 0x09 }
  }

  private static func length(_ rest: ArraySlice<UInt8>) -> Int? {
    guard let first = rest.first else { return nil }
    switch first {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard let next = rest.dropFirst().first else { return nil }
      return next == 0x20 || next == 0x09 ? 1 : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      guard digits <= 9, let mark = rest.dropFirst(digits).first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
        return nil
      }
      return digits + 1
    case UInt8(ascii: "["):
      guard rest.dropFirst().first == UInt8(ascii: "^"), let close = rest.firstIndex(of: UInt8(ascii: "]")),
        rest[close...].dropFirst().first == UInt8(ascii: ":")
      else { return nil }
      return close + 2 - rest.startIndex
    default: return nil
    }
  }
}
