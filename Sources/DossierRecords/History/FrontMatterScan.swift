import DossierText

/// Finds the record in a Markdown file. Only the lines of the front matter are read, without a YAML parser.
///
/// The fences are those of `FrontMatter`, which divides a file into lines only at LF, CR LF and CR. Inside the front matter, the
/// YAML parser also ends lines at NEL, LS and PS (`TextLines`).
enum FrontMatterScan {
  static func part(of bytes: [UInt8]) -> RecordExtents.Part? {
    var lines = TextLines(bytes)
    guard let first = lines.next(), isFence(bytes[first], closing: false) else { return nil }
    var id: String?
    var hasKind = false
    var dates = ReviewDates.Lines()
    while let line = lines.next() {
      let content = bytes[line]
      // After NEL, LS or PS, `---` does not close the front matter: the YAML continues.
      if isFence(content, closing: true), [0x0A, 0x0D].contains(bytes[line.lowerBound - 1]) { break }
      switch content.first {
      case UInt8(ascii: "i"): if let value = YAMLLine.value(of: "id", content) { id = id ?? value }
      case UInt8(ascii: "k"): if YAMLLine.value(of: "kind", content) != nil { hasKind = true }
      default: dates.see(line, content)
      }
    }
    guard let id, hasKind, !id.isEmpty else { return nil }
    return .init(id, bytes.indices, bytes, dates)
  }

  /// Whether the first line opens front matter.
  static func begins(_ bytes: [UInt8]) -> Bool {
    var lines = TextLines(bytes)
    return lines.next().map { isFence(bytes[$0], closing: false) } ?? false
  }

  /// Whether a line is a fence. Only the first line of a file can begin with a byte-order mark.
  private static func isFence(_ line: ArraySlice<UInt8>, closing: Bool) -> Bool {
    var line = line
    if !closing, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    let isFence = line.starts(with: "---".utf8) || (closing && line.starts(with: "...".utf8))
    return isFence && line.dropFirst(3).allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
  }
}

extension RecordExtents.Part {
  init(_ id: String, _ range: Range<Int>, _ bytes: [UInt8], _ dates: ReviewDates.Lines) {
    let part = range == bytes.indices ? bytes : Array(bytes[range])
    self.init(
      id: id, range: range, digest: Digest(of: part.contains(0x0D) ? LineBreaks.unified(range, of: bytes) : part),
      dates: dates.dates(in: range, of: bytes))
  }
}
