package import DossierText

/// The review dates of a record, and a digest of the rest of the record.
package struct ReviewDates: Sendable, Hashable {
  /// The texts of `reviewed` and `next_review` in the source. Nil if the key is missing.
  package private(set) var reviewed: String?
  package private(set) var next: String?
  /// The SHA-256 of the record without the lines of `reviewed`, `next_review` and `version`. CR LF and a lone CR count as
  /// LF.
  package private(set) var rest: Digest

  private init(reviewed: String?, next: String?, rest: Digest) { (self.reviewed, self.next, self.rest) = (reviewed, next, rest) }

  /// The review dates of a text in which they are on the lines at `positions`. Nil if the text has no review dates.
  init?(reviewed: String?, next: String?, withoutLinesAt positions: [Int], of bytes: [UInt8]) {
    guard reviewed != nil || next != nil else { return nil }
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    let lines = positions.sorted().map { position in
      let start = bytes[..<position].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
      return start..<(bytes[position...].firstIndex(where: isBreak) ?? bytes.count)
    }
    self.init(reviewed: reviewed, next: next, rest: ReviewDates.rest(of: bytes.indices, without: lines, of: bytes))
  }

  /// The SHA-256 of a part of a text without some lines.
  private static func rest(of range: Range<Int>, without lines: [Range<Int>], of bytes: [UInt8]) -> Digest {
    var rest: [UInt8] = []
    rest.reserveCapacity(range.count)
    var start = range.lowerBound
    for line in lines where line.lowerBound >= start {
      rest += bytes[start..<line.lowerBound]
      start = min(line.upperBound + 1, range.upperBound)
    }
    rest += bytes[start..<range.upperBound]
    // The range of a register item has no final line feed. But if the last line is in `lines`, `rest` ends with the line feed
    // before that line. Remove final line feeds, so that the digest is the same in both cases.
    while rest.last == 0x0A || rest.last == 0x0D { rest.removeLast() }
    return Digest(of: rest.contains(0x0D) ? LineBreaks.unified(rest.indices, of: rest) : rest)
  }

  /// Collects the lines of `reviewed`, `next_review` and `version` during a scan.
  struct Lines {
    private(set) var reviewed: String?
    private(set) var next: String?
    private var lines: [Range<Int>] = []

    /// Reads a line at the top level of a record. `line` is the whole line; `key` is the part that starts at the name of the key.
    mutating func see(_ line: Range<Int>, _ key: ArraySlice<UInt8>) {
      // Return early for most keys: the three relevant keys begin with `r`, `n` and `v`.
      switch key.first {
      case UInt8(ascii: "r")?, UInt8(ascii: "n")?, UInt8(ascii: "v")?: break
      default: return
      }
      if let value = YAMLLine.value(of: "reviewed", key) {
        reviewed = value
      } else if let value = YAMLLine.value(of: "next_review", key) {
        next = value
      } else if YAMLLine.value(of: "version", key) == nil {
        return
      }
      lines.append(line)
    }

    /// The review dates of the record in this byte range. Nil if the record has no review dates.
    func dates(in range: Range<Int>, of bytes: [UInt8]) -> ReviewDates? {
      guard reviewed != nil || next != nil else { return nil }
      return ReviewDates(reviewed: reviewed, next: next, rest: ReviewDates.rest(of: range, without: lines, of: bytes))
    }
  }
}

/// Reads the value of a key on one line, without a parser.
enum YAMLLine {
  /// The value after `key:`, without quotes and comments. Nil if the line has another key.
  static func value(of key: String, _ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: key.utf8) else { return nil }
    let rest = line.dropFirst(key.utf8.count)
    guard rest.first == UInt8(ascii: ":") else { return nil }
    let ignored = [UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20]
    let ends = ignored + [UInt8(ascii: "#"), 0x0D]
    let value = rest.dropFirst().drop { ignored.contains($0) }.prefix { !ends.contains($0) }
    return String(decoding: value.dropLast(TextLines.rest(of: value)), as: UTF8.self)
  }
}
