import DossierText

/// Finds the items of a register line by line, without a YAML parser.
struct RegisterScan {
  private let bytes: [UInt8]
  private var parts: [RecordExtents.Part] = []
  private var isInside = false
  /// The indentation of the dashes. Nil before the first dash.
  private var indent: Int?
  private var item: Item?

  /// The current item. `range` is from the line of its dash to the end of its last line so far.
  private struct Item {
    var range: Range<Int>
    var id: String?
    var dates = ReviewDates.Lines()
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the items. `other` is another version of the same register with its items.
  ///
  /// The start and the end of both versions can be equal. The items in these equal parts are taken from `other`.
  mutating func parts(after other: (bytes: [UInt8], parts: [RecordExtents.Part])?) -> [RecordExtents.Part] {
    var lines = TextLines(bytes)
    var rest = ArraySlice<RecordExtents.Part>()
    let distance = bytes.count - (other?.bytes.count ?? 0)
    if let other, let common = Common(other.bytes, bytes) {
      if let first = other.parts.lastIndex(where: { common.contains(dashOf: $0, in: other.bytes) }) {
        parts = Array(other.parts[..<first])
        let start = other.parts[first].range.lowerBound
        (isInside, indent) = (true, bytes[start...].prefix { $0 == 0x20 }.count)
        lines = TextLines(bytes, from: start)
      }
      rest = other.parts.drop { $0.range.lowerBound < other.bytes.count - common.end }
    }
    while let line = lines.next() {
      while let next = rest.first, next.range.lowerBound + distance < line.lowerBound { rest = rest.dropFirst() }
      if let next = rest.first, next.range.lowerBound + distance == line.lowerBound, isInside,
        indent == bytes[line].prefix(while: { $0 == 0x20 }).count
      {
        close()
        return parts + rest.map { $0.moved(by: distance) }
      }
      read(line)
    }
    close()
    return parts
  }

  private mutating func read(_ line: Range<Int>) {
    let content = bytes[line]
    let depth = content.prefix { $0 == 0x20 }.count
    let words = content.dropFirst(depth)
    guard let letter = words.first, letter != 0x0D, letter != UInt8(ascii: "#") else { return }
    let isDash = letter == UInt8(ascii: "-") && (words.count == 1 || words[words.startIndex + 1] == 0x20)
    if depth == 0, !isDash {
      close()
      indent = nil
      isInside = content.starts(with: "records:".utf8)
      return
    }
    guard isInside else { return }
    let begins = isDash && (indent == nil || depth == indent)
    if begins {
      close()
      indent = depth
      item = Item(range: line)
    }
    guard item != nil, let indent else { return }
    if let start = item?.range.lowerBound { item?.range = start..<line.upperBound }
    let key = begins ? words.dropFirst().drop { $0 == 0x20 } : words
    // Accept only keys of the item itself: the key after the dash, and keys in the same column.
    guard content.count - key.count == indent + 2 || isDash else { return }
    if item?.id == nil, let value = YAMLLine.value(of: "id", key) { item?.id = value }
    // The digest without review dates must include the line of the dash, so this line is never passed to `dates`.
    if !begins { item?.dates.see(line, key) }
  }

  private mutating func close() {
    if let item, let id = item.id, !id.isEmpty { parts.append(.init(id, item.range, bytes, item.dates)) }
    item = nil
  }

  /// How many bytes at the start, and how many at the end, are equal in two texts.
  private struct Common {
    let start: Int
    let end: Int

    init?(_ old: [UInt8], _ new: [UInt8]) {
      let most = min(old.count, new.count)
      let start = Common.length(old, new, most: most, fromEnd: false)
      let end = Common.length(old, new, most: most - start, fromEnd: true)
      guard start + end > 0 else { return nil }
      (self.start, self.end) = (start, end)
    }

    /// The number of equal bytes at the start of two texts or, if `fromEnd` is true, at the end. Compares eight bytes at a
    /// time, because a history has thousands of long texts.
    private static func length(_ old: [UInt8], _ new: [UInt8], most: Int, fromEnd: Bool) -> Int {
      unsafe old.withUnsafeBytes { old in
        unsafe new.withUnsafeBytes { new in
          func place(_ count: Int, _ offset: Int, _ size: Int) -> Int { fromEnd ? count - offset - size : offset }
          var length = 0
          while length + 8 <= most,
            unsafe old.loadUnaligned(fromByteOffset: place(old.count, length, 8), as: UInt64.self)
              == new.loadUnaligned(fromByteOffset: place(new.count, length, 8), as: UInt64.self)
          {
            length += 8
          }
          while length < most, unsafe old[place(old.count, length, 1)] == new[place(new.count, length, 1)] { length += 1 }
          return length
        }
      }
    }

    /// Whether the equal bytes at the start include the dash of an item and the space after the dash.
    func contains(dashOf part: RecordExtents.Part, in bytes: [UInt8]) -> Bool {
      let dash = bytes[part.range.lowerBound...].prefix { $0 == 0x20 }.count
      return part.range.lowerBound + dash + 2 <= start
    }
  }
}
