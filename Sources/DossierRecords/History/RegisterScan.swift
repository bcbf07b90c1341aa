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

  /// Returns the items. `other` is another version of the same register with its items. Equal items are taken from `other`.
  mutating func parts(after other: (bytes: [UInt8], parts: [RecordExtents.Part])?) -> [RecordExtents.Part] {
    var lines = TextLines(bytes)
    var rest = ArraySlice<RecordExtents.Part>()
    var known = other.map { KnownItems($0.bytes, $0.parts) }
    let distance = bytes.count - (other?.bytes.count ?? 0)
    if let other, let common = Common(other.bytes, bytes) {
      if let first = other.parts.lastIndex(where: { common.contains(dashOf: $0, in: other.bytes) }) {
        parts = Array(other.parts[..<first])
        known?.skip(to: first)
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
      let words = Words(of: line, in: bytes)
      if isInside, begins(words) {
        close()
        if let part = known?.item(at: line.lowerBound, of: bytes, after: parts.last), isWhole(part, words.depth) {
          parts.append(part)
          indent = words.depth
          lines = TextLines(bytes, from: part.range.upperBound + 1)
          continue
        }
      }
      read(line, words)
    }
    close()
    return parts
  }

  /// A line without its indentation.
  private struct Words {
    let depth: Int
    let text: ArraySlice<UInt8>
    let isDash: Bool
    /// Whether the line is blank or a comment.
    let isEmpty: Bool

    init(of line: Range<Int>, in bytes: [UInt8]) {
      depth = bytes[line].prefix { $0 == 0x20 }.count
      text = bytes[line].dropFirst(depth)
      let rest = text.dropFirst()
      let isOnly = rest.count == TextLines.rest(of: rest)
      isDash = text.first == UInt8(ascii: "-") && (isOnly || rest.first.map { [0x20, 0x09, 0x0D].contains($0) } ?? false)
      isEmpty = text.count == TextLines.rest(of: text) || text.first == 0x0D || text.first == UInt8(ascii: "#")
    }
  }

  /// Whether a line starts an item of the list.
  private func begins(_ words: Words) -> Bool { words.isDash && (indent == nil || words.depth == indent) }

  /// Whether an item of the other version also ends here. It may continue with another line.
  private func isWhole(_ part: RecordExtents.Part, _ depth: Int) -> Bool {
    let end = part.range.upperBound
    guard end == bytes.count || TextLines.isBreak(at: end, of: bytes) else { return false }
    // A CR at the end of the item was part of CR LF. It must not be a line break of its own now.
    guard !TextLines.isBreak(at: end - 1, of: bytes) else { return false }
    var lines = TextLines(bytes, from: end + 1)
    while let line = lines.next() {
      let words = Words(of: line, in: bytes)
      if !words.isEmpty { return words.depth == (words.isDash ? depth : 0) }
    }
    return true
  }

  private mutating func read(_ line: Range<Int>, _ words: Words) {
    guard !words.isEmpty else { return }
    let content = bytes[line]
    if words.depth == 0, !words.isDash {
      close()
      indent = nil
      isInside = content.starts(with: "records:".utf8)
      return
    }
    guard isInside else { return }
    let begins = begins(words)
    if begins {
      close()
      indent = words.depth
      item = Item(range: line)
    }
    guard item != nil, let indent else { return }
    if let start = item?.range.lowerBound { item?.range = start..<line.upperBound }
    let key = begins ? words.text.dropFirst().drop { $0 == 0x20 || $0 == 0x09 } : words.text
    // Accept only keys of the item itself: the key after the dash, and keys in the same column.
    guard content.count - key.count == indent + 2 || words.isDash else { return }
    if item?.id == nil, let value = YAMLLine.value(of: "id", key) { item?.id = value }
    // The digest without review dates must include the line of the dash, so this line is never passed to `dates`.
    if !begins { item?.dates.see(line, key) }
  }

  private mutating func close() {
    if let item, let id = item.id, !id.isEmpty { parts.append(.init(id, item.range, bytes, item.dates)) }
    item = nil
  }

  /// The items of the other version, to find equal items between the equal start and the equal end.
  private struct KnownItems {
    private let bytes: [UInt8]
    private let parts: [RecordExtents.Part]
    /// The item that is expected next.
    private var next = 0
    /// The positions of the items by id. Made when an item is not the expected one.
    private var positions: [String: Int]?

    init(_ bytes: [UInt8], _ parts: [RecordExtents.Part]) { (self.bytes, self.parts) = (bytes, parts) }

    mutating func skip(to position: Int) { next = position }

    /// The item with the same bytes at `start` of `new`. `last` is the item before it.
    mutating func item(at start: Int, of new: [UInt8], after last: RecordExtents.Part?) -> RecordExtents.Part? {
      if let part = expected(at: start, of: new) { return part }
      guard let last else { return nil }
      let positions = positions ?? Dictionary(parts.enumerated().map { ($1.id, $0) }) { first, _ in first }
      self.positions = positions
      guard let position = positions[last.id] else { return nil }
      next = position + 1
      return expected(at: start, of: new)
    }

    private mutating func expected(at start: Int, of new: [UInt8]) -> RecordExtents.Part? {
      guard parts.indices.contains(next) else { return nil }
      let range = parts[next].range
      guard new.count - start >= range.count, bytes[range] == new[start..<(start + range.count)] else { return nil }
      defer { next += 1 }
      return parts[next].moved(by: start - range.lowerBound)
    }
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
