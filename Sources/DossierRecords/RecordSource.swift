import DossierText

/// The source text of a record and the keys in it, including keys that could not be decoded.
package enum RecordSource {
  /// The part of the file that belongs to a record: the whole Markdown file, or one item of a register.
  ///
  /// `lines` is the line index of the file. `bounds` limits the search to a range around the record, for example the range from
  /// the start of the previous record to the start of the next record. If `bounds` is nil and the register has no dashes
  /// (`records: [{…}, {…}]`), the whole file is searched.
  static func extent(of entry: Entry, _ lines: LineIndex, between bounds: Range<Int>? = nil) -> Span {
    let bytes = entry.source.bytes
    guard !entry.path.isMarkup else { return Span(0, bytes.count + 1) }
    var line = lines.line(of: start(of: entry))
    let first = bounds.map { lines.line(of: $0.lowerBound) } ?? 0
    let end = bounds.map { min(lines.line(of: $0.upperBound) + 1, lines.starts.count) } ?? lines.starts.count
    // The dash of the item is on the line of its first field or on a line above.
    while line > first, dash(lines.content(of: line, in: bytes)) == nil { line -= 1 }
    let start = Int(lines.starts[line])
    let indent = dash(lines.content(of: line, in: bytes)) ?? 0
    line += 1
    while line < end {
      let content = lines.content(of: line, in: bytes)
      if let next = dash(content), next <= indent { break }
      if let letter = content.firstIndex(where: { $0 != 0x20 }), letter - content.startIndex < indent { break }
      line += 1
    }
    return Span(start, line < lines.starts.count ? Int(lines.starts[line]) : bytes.count + 1)
  }

  /// The offset of the first key of a record.
  static func start(of entry: Entry) -> Int {
    let first = entry.fields.map { Int($0.keySpan.lower) }.filter { $0 > 0 }.min() ?? Int(entry.idSpan.lower)
    return min(first, Int(entry.idSpan.lower))
  }

  /// The keys of a record in block style. Only keys in the same column as `id` are included.
  ///
  /// If `withValue` is true, a key whose value is an empty list, an empty mapping or null is left out.
  package static func keys(of entry: Entry, withValue: Bool = false) -> Set<String> {
    let bytes = entry.source.bytes
    let lines = LineIndex(bytes)
    let extent = extent(of: entry, lines)
    guard let column = key(lines.content(of: lines.line(of: Int(entry.idSpan.lower)), in: bytes))?.column else { return [] }
    var keys: Set<String> = []
    var fences = 0
    for line in lines.line(of: Int(extent.lower))..<lines.starts.count where lines.starts[line] < extent.upper {
      let content = lines.content(of: line, in: bytes)
      if content.starts(with: "---".utf8) { fences += 1 }
      if fences == 2 { break }
      guard let found = key(content), found.column == column, !(withValue && hasNoValue(content)) else { continue }
      keys.insert(found.name)
    }
    return keys
  }

  /// The key at the start of a line, with the column of the key. A dash may be before the key.
  private static func key(_ line: ArraySlice<UInt8>) -> (name: String, column: Int)? {
    var rest = line.drop { $0 == 0x20 }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst().drop { $0 == 0x20 } }
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex else { return nil }
    return (String(decoding: rest[..<colon], as: UTF8.self), rest.startIndex - line.startIndex)
  }

  /// Whether the value of the key is an empty list, an empty mapping or null.
  private static func hasNoValue(_ line: ArraySlice<UInt8>) -> Bool {
    let value = line.drop { $0 != UInt8(ascii: ":") }.dropFirst().filter { $0 != 0x20 && $0 != 0x0D }
    return ["[]", "{}", "~", "null"].contains(String(decoding: value, as: UTF8.self))
  }

  /// The indentation of a line that begins with the dash of a list item. Nil for other lines.
  private static func dash(_ line: ArraySlice<UInt8>) -> Int? {
    let indent = line.prefix { $0 == 0x20 }.count
    let rest = line.dropFirst(indent)
    guard rest.first == UInt8(ascii: "-") else { return nil }
    return rest.count == 1 || rest[rest.startIndex + 1] == 0x20 ? indent : nil
  }
}
