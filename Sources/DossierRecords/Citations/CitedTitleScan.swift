/// Finds the title that is written directly after an id.
struct CitedTitleScan {
  let words: CitationWords
  private static let longest = 90

  /// The title after an id that ends at `end`. Nil if no title follows.
  ///
  /// If `isHeading` is true, the id is at the start of a heading, and the rest of the heading is the title.
  func title(after end: Int, isHeading: Bool) -> CitationMention.Title? {
    let start = words.skipSpaces(end)
    // A dash after a line break may be a list marker.
    guard !words.bytes[end..<start].contains(0x0A) else { return nil }
    if words.byte(start) == UInt8(ascii: "(") { return parenthesis(start + 1) }
    if words.byte(start) == UInt8(ascii: ":") { return rest(start + 1, .afterColon) }
    let dash = words.dash(start)
    if dash > 0 {
      let isSpaced = start > end && words.byte(start + dash) == 0x20
      return isSpaced ? rest(start + dash, .afterDash) : nil
    }
    return isHeading && start > end ? rest(start, .inHeading) : nil
  }

  private func parenthesis(_ start: Int) -> CitationMention.Title? {
    var i = start
    while i < words.bytes.count, i - start <= CitedTitleScan.longest {
      switch words.bytes[i] {
      case UInt8(ascii: ")"): return made(start..<i, .inParentheses)
      case UInt8(ascii: "("), UInt8(ascii: ";"), CitationText.gap: return nil
      default: i += 1
      }
    }
    return nil
  }

  /// Reads a title. The title ends at the end of the line or of the sentence. It also ends at a capital letter directly after a
  /// small letter, as in `AI PolicyGovernance`: there, the border between two table cells was lost.
  private func rest(_ after: Int, _ place: Citation.Title.Place) -> CitationMention.Title? {
    let start = words.skipSpaces(after)
    guard !words.bytes[after..<start].contains(0x0A) else { return nil }
    var i = start
    while i < words.bytes.count, i - start <= CitedTitleScan.longest {
      let byte = words.bytes[i]
      let isEnd = [0x0A, CitationText.gap].contains(byte) || ".;:()|\"".utf8.contains(byte) || byte == 0xE2
      let isSpacedHyphen = byte == UInt8(ascii: "-") && words.byte(i + 1) == 0x20
      let isSeam = (0x41...0x5A).contains(byte) && i > start + 1 && (0x61...0x7A).contains(words.bytes[i - 1])
      if isEnd || isSpacedHyphen || isSeam { return made(start..<i, place) }
      i += 1
    }
    return i == words.bytes.count ? made(start..<i, place) : nil
  }

  private func made(_ range: Range<Int>, _ place: Citation.Title.Place) -> CitationMention.Title? {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, words.bytes[lower] <= 0x20 { lower += 1 }
    while lower < upper, words.bytes[upper - 1] <= 0x20 || words.bytes[upper - 1] == UInt8(ascii: ",") { upper -= 1 }
    guard upper - lower >= 4, CitationText.isAlphanumeric(words.bytes[lower]) else { return nil }
    // A text with digits is not a title. The digits may belong to the next id of a list.
    guard !words.bytes[lower..<upper].contains(where: CitationText.isDigit) else { return nil }
    return CitationMention.Title(range: lower..<upper, place: place)
  }
}
