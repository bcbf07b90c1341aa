extension CitationReader {
  // MARK: Articles of laws

  /// Reads `Article 9`, `Art. 9(2)`, `Articles 9–15` or `Art. 33/34`.
  mutating func articles(_ word: String, _ range: Range<Int>) -> Int? {
    let isPlural = word.hasSuffix("s")
    var start = range.upperBound
    if word.utf8.count <= 4 {
      guard words.byte(start) == UInt8(ascii: ".") || words.bytes[range.lowerBound] == UInt8(ascii: "A") else { return nil }
      if words.byte(start) == UInt8(ascii: ".") { start += 1 }
    }
    start = words.skipSpaces(start)
    guard start > range.upperBound, CitationText.isDigit(words.byte(start)) else { return nil }
    let first = mentions.count
    let isUnknown = isUnknownLaw(before: range.lowerBound)
    var i = start
    var end = start
    while let number = articleNumber(at: i) {
      end = words.skipParagraphs(number)
      let from = i == start ? range.lowerBound : i
      addArticle(words.string(i..<number), from..<number, end)
      guard let separator = words.separator(at: end), isPlural || separator.isRange else { break }
      i = separator.end
    }
    guard mentions.count > first else { return nil }
    if isUnknown || isUnknownLaw(after: end) {
      for i in first..<mentions.count { mentions[i].isOfUnknownLaw = true }
    }
    return finish(first, end)
  }

  /// Whether the word directly before an article is a name that is not the name of a known framework, as in "Swiss CO Art. 337".
  private func isUnknownLaw(before start: Int) -> Bool {
    guard previousEnd > 0, previousEnd <= start, words.isOnly("(,", from: previousEnd, to: start),
      markers.last.map({ $0.range.upperBound < previousEnd }) ?? true, mentions.last.map({ $0.groupEnd < previousEnd }) ?? true
    else { return false }
    let word = words.bytes[previousStart..<previousEnd]
    let capitals = word.count { (0x41...0x5A).contains($0) }
    guard word.count > 1, capitals > 0 else { return false }
    // "OR" is the abbreviation of a law, and "Or" is a word.
    if word.elementsEqual("OR".utf8) { return true }
    let others = [
      "see", "under", "per", "in", "and", "or", "with", "by", "of", "from", "to", "via", "cf", "both", "also", "compare", "as",
      "on",
      "if", "when", "where", "while", "this", "our", "the", "eu", "uk", "gem", "nach", "laut", "siehe", "legal", "basis", "note",
    ]
    return !others.contains(words.lowercased(previousStart..<previousEnd))
  }

  /// Whether an abbreviation that is not the name of a known framework follows an article, as in "Art. 340 OR".
  private func isUnknownLaw(after end: Int) -> Bool {
    let start = words.skipSpaces(end)
    let range = start..<words.wordEnd(from: start)
    guard start > end, !words.bytes[end..<start].contains(0x0A), (2...8).contains(range.count) else { return false }
    let capitals = words.bytes[range].count { (0x41...0x5A).contains($0) }
    guard capitals >= 2, words.framework(words.lowercased(range), range, after: "") == nil else { return false }
    return !["eu", "uk", "ai"].contains(words.lowercased(range))
  }

  /// Reads an article number: one to three digits and at most one lower-case letter. Returns the end of the number.
  private func articleNumber(at start: Int) -> Int? {
    var i = start
    while CitationText.isDigit(words.byte(i)) { i += 1 }
    guard (1...3).contains(i - start), words.byte(start) != UInt8(ascii: "0") else { return nil }
    if (0x61...0x7A).contains(words.byte(i)), words.wordEnd(from: i) == i + 1 { i += 1 }
    guard words.wordEnd(from: i) == i, words.byte(i) != UInt8(ascii: "%") else { return nil }
    return words.byte(i) == UInt8(ascii: ".") && CitationText.isDigit(words.byte(i + 1)) ? nil : i
  }

  // MARK: Ids that are unambiguous by their form

  /// Reads `MAP 1.1` or `GOVERN-1.1`. Only capitals count, because "measure" and "manage" are common words.
  mutating func outcome(_ word: String, _ range: Range<Int>) -> Int? {
    guard words.bytes[range].allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    let separator = words.byte(range.upperBound)
    guard separator == 0x20 || separator == UInt8(ascii: "-") || separator == UInt8(ascii: "."),
      let number = words.number(at: range.upperBound + 1), number.count == 2
    else { return nil }
    let id = word.uppercased() + " " + words.string((range.upperBound + 1)..<number.end)
    addPlain(.outcome, id, range.lowerBound..<number.end, number.end)
    return number.end
  }

  /// Reads `CC6.1`. Does not read `CC0`, because `CC0` is a licence.
  mutating func criterion(_ range: Range<Int>) -> Int? {
    let digits = words.bytes[(range.lowerBound + 2)..<range.upperBound]
    guard digits.allSatisfy(CitationText.isDigit), digits.first != UInt8(ascii: "0"),
      words.byte(range.upperBound) == UInt8(ascii: "."), let number = words.number(at: range.upperBound + 1), number.count == 1
    else { return nil }
    addPlain(.criterion, words.string(range.lowerBound..<number.end), range.lowerBound..<number.end, number.end)
    return number.end
  }

  /// Reads `164.308(a)(1)`.
  mutating func safeguard(_ range: Range<Int>) -> Int? {
    let start = range.upperBound + 1
    guard words.byte(range.upperBound) == UInt8(ascii: "."), words.wordEnd(from: start) == start + 3,
      words.bytes[start..<(start + 3)].allSatisfy(CitationText.isDigit)
    else { return nil }
    let end = words.skipParagraphs(start + 3)
    addPlain(.safeguard, words.string(range.lowerBound..<end), range.lowerBound..<end, end)
    return end
  }
}
