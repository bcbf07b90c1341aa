/// The offsets at which the lines of a text begin. Converts byte offsets to lines and columns.
///
/// A line ends at LF, CR LF or a lone CR, as CommonMark defines it.
package struct LineIndex: Sendable {
  /// The offset of the first byte of each line. Never empty.
  package let starts: [UInt32]
  /// For every 1024th byte, how many scalars and how many UTF-16 units come before the byte. Empty if no line is longer than
  /// 1024 bytes.
  ///
  /// A line can be as long as its file. With these counts, a column in a long line is found without reading the line from its
  /// start.
  private let marks: [(scalars: Int, utf16: Int)]
  private static let stride = 1024

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var isLong = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte == 0x0A || (byte == 0x0D && (i == bytes.count || bytes[i] != 0x0A)) {
        isLong = isLong || i - Int(starts[starts.count - 1]) > LineIndex.stride
        starts.append(UInt32(i))
      }
    }
    isLong = isLong || i - Int(starts[starts.count - 1]) > LineIndex.stride
    self.starts = starts
    self.marks = isLong ? LineIndex.marks(bytes) : []
  }

  private static func marks(_ bytes: [UInt8]) -> [(scalars: Int, utf16: Int)] {
    var marks: [(scalars: Int, utf16: Int)] = []
    var count = (scalars: 0, utf16: 0)
    for i in bytes.indices {
      if i % stride == 0 { marks.append(count) }
      if bytes[i] & 0xC0 != 0x80 { count = (count.scalars + 1, count.utf16 + (bytes[i] >= 0xF0 ? 2 : 1)) }
    }
    return marks
  }

  /// How many scalars and how many UTF-16 units come before an offset.
  private func count(before offset: Int, in bytes: [UInt8]) -> (scalars: Int, utf16: Int) {
    let mark = min(offset / LineIndex.stride, marks.count - 1)
    var count = marks[mark]
    for byte in bytes[(mark * LineIndex.stride)..<offset] where byte & 0xC0 != 0x80 {
      count = (count.scalars + 1, count.utf16 + (byte >= 0xF0 ? 2 : 1))
    }
    return count
  }

  /// The line that contains the byte at `offset`, counted from 0.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, without its line ending.
  package func content(of line: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = min(Int(starts[line]), bytes.count)
    var end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// A line and a column, both counted from 1.
  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int
  }

  /// The unit of a column. A byte-order mark at the start of a file is not counted.
  package enum Unit: Sendable { case utf8, utf16, scalars }

  package func position(of offset: Int, in bytes: [UInt8], unit: Unit) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(of: offset)
    var start = Int(starts[line])
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    let before = bytes[min(start, offset)..<offset]
    let width: Int
    if before.count > LineIndex.stride, !marks.isEmpty, unit != .utf8 {
      let (from, to) = (count(before: before.startIndex, in: bytes), count(before: offset, in: bytes))
      return Position(line: line + 1, column: (unit == .scalars ? to.scalars - from.scalars : to.utf16 - from.utf16) + 1)
    }
    switch unit {
    case .utf8: width = before.count
    case .scalars: width = before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    case .utf16: width = before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
    return Position(line: line + 1, column: width + 1)
  }
}
