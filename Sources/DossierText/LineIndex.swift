/// Where the lines of a text begin; turns byte offsets into lines and columns for people, editors and machines.
///
/// A line ends at LF, CR LF or a lone CR, as CommonMark has it.
package struct LineIndex: Sendable {
  /// Offset of the first byte of each line; never empty.
  package let starts: [UInt32]

  package init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte == 0x0A {
        starts.append(UInt32(i))
      } else if byte == 0x0D, i == bytes.count || bytes[i] != 0x0A {
        starts.append(UInt32(i))
      }
    }
    self.starts = starts
  }

  /// The line, counted from 0, that holds the byte at `offset`.
  package func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line, without its line end.
  package func content(of line: Int, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = min(Int(starts[line]), bytes.count)
    var end = line + 1 < starts.count ? Int(starts[line + 1]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return bytes[start..<end]
  }

  /// A place as people and tools name it: line and column counted from 1.
  package struct Position: Hashable, Sendable {
    package let line: Int
    package let column: Int
  }

  /// What a column counts. A byte-order mark at the start of a file counts as nothing.
  package enum Unit: Sendable { case utf8, utf16, scalars }

  package func position(of offset: Int, in bytes: [UInt8], unit: Unit) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(of: offset)
    var start = Int(starts[line])
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
    let before = bytes[min(start, offset)..<offset]
    let width: Int
    switch unit {
    case .utf8: width = before.count
    case .scalars: width = before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    case .utf16: width = before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
    return Position(line: line + 1, column: width + 1)
  }
}
