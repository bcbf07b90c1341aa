import DossierText

/// Finds the record in a Markdown file. Only the lines of the front matter are read, without a YAML parser.
enum FrontMatterScan {
  static func part(of bytes: [UInt8]) -> RecordExtents.Part? {
    var lines = TextLines(bytes)
    guard let first = lines.next(), isFence(bytes[first]) else { return nil }
    var id: String?
    var hasKind = false
    var dates = ReviewDates.Lines()
    while let line = lines.next() {
      let content = bytes[line]
      if isFence(content) { break }
      switch content.first {
      case UInt8(ascii: "i"): if let value = YAMLLine.value(of: "id", content) { id = id ?? value }
      case UInt8(ascii: "k"): if YAMLLine.value(of: "kind", content) != nil { hasKind = true }
      default: dates.see(line, content)
      }
    }
    guard let id, hasKind, !id.isEmpty else { return nil }
    return .init(id, bytes.indices, bytes, dates)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    var line = line
    if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D }
  }
}

extension RecordExtents.Part {
  init(_ id: String, _ range: Range<Int>, _ bytes: [UInt8], _ dates: ReviewDates.Lines) {
    let part = range == bytes.indices ? bytes : Array(bytes[range])
    self.init(
      id: id, range: range, digest: Digest(of: part.contains(0x0D) ? part.filter { $0 != 0x0D } : part),
      dates: dates.dates(in: range, of: bytes))
  }
}
