/// Reads the lines of a Markdown text and tracks the open list items: the items to which the next line can still belong.
///
/// An item is tracked only if the line certainly begins it. A line that begins an item ends the paragraph before that line.
struct ItemScan {
  /// For each open list item, the column at which its content begins. The outermost item is first.
  private var open: [Int] = []

  /// Reads a line that is not blank. Returns true if the line certainly begins a list item. `isCertain` is false if the line can
  /// be inside another block, so that it may begin no item.
  mutating func next(_ indent: Int, _ content: ArraySlice<UInt8>, isCertain: Bool) -> Bool {
    guard isCertain, !ItemScan.isThematicBreak(content), let width = markerWidth(indent, content) else {
      return close(indent)
    }
    let rest = content.dropFirst(width)
    let spaces = rest.prefix { $0 == 0x20 }.count
    guard spaces >= 1, spaces < rest.count, rest.dropFirst(spaces).first != 0x09 else { return close(indent) }
    _ = close(indent)
    guard indent - (open.last ?? 0) <= 3 else { return false }
    // If five or more spaces follow the marker, the content is indented code, and the content begins after the first space.
    open.append(indent + width + (spaces > 4 ? 1 : spaces))
    return true
  }

  /// Closes items whose content is indented further than `indent`. Always returns false, because `next` returns this result for
  /// a line that does not begin an item.
  private mutating func close(_ indent: Int) -> Bool {
    while let last = open.last, last > indent { open.removeLast() }
    return false
  }

  private func markerWidth(_ indent: Int, _ content: ArraySlice<UInt8>) -> Int? {
    guard let first = content.first else { return nil }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = content.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      guard digits <= 9, let mark = content.dropFirst(digits).first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
        return nil
      }
      // Only an item with the number 1 can interrupt a paragraph. Any number is allowed if the line closes an open item,
      // because the paragraph in that item ends too.
      let isOne = digits == 1 && first == UInt8(ascii: "1")
      return isOne || open.contains { $0 > indent } ? digits + 1 : nil
    default: return nil
    }
  }

  private static func isThematicBreak(_ content: ArraySlice<UInt8>) -> Bool {
    guard let mark = content.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
    return content.allSatisfy { $0 == mark || $0 == 0x20 || $0 == 0x09 } && content.count { $0 == mark } >= 3
  }
}
