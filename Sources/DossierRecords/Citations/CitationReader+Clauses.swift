extension CitationReader {
  /// Reads `clause 8.4` or `Clauses 4–10`.
  mutating func clauseWord(_ range: Range<Int>, isPlural: Bool) -> Int? {
    // Whether the clause belongs to another document, as in "the policy's clause 4.1" or "Security Policy, Clause 4.1".
    let isOthers =
      ["policy", "procedure", "terms", "document", "contract", "s"].contains(previous)
      && words.isOnly(",(", from: previousEnd, to: range.lowerBound)
    let start = words.skipSpaces(range.upperBound)
    guard start > range.upperBound, let number = words.number(at: start) else { return nil }
    return isOthers ? number.end : clauses(from: start, isPlural: isPlural, isWord: true)
  }

  /// Reads `§8.4`.
  mutating func paragraphSign(_ start: Int) -> Int {
    let i = words.skipSpaces(words.byte(start) == 0xC2 ? start + 2 : start)
    guard words.number(at: i) != nil else { return start }
    return clauses(from: i, isPlural: false, isWord: false)
  }

  /// Reads a list of clause numbers from `start`.
  mutating func clauses(from start: Int, isPlural: Bool, isWord: Bool) -> Int {
    let first = mentions.count
    var i = start
    var end = start
    while let number = words.number(at: i) {
      let isContinued = i > start
      // In "clause 8.2, 14 days", 14 is not a clause. A number without a point continues a list only after a plural or a dash.
      let isBare = number.count == 1 && !isPlural && !words.isOnly("–-", from: end, to: i)
      if isContinued, isBare || !(4...10).contains(number.first) { break }
      end = words.skipParagraphs(number.end)
      add(
        CitationMention(
          form: .clause, id: words.string(i..<number.end), range: i..<number.end, sentence: sentence,
          isSingle: number.count == 1, isWord: isWord, groupStart: start, groupEnd: end), titleAfter: nil)
      guard let separator = words.separator(at: end) else { break }
      i = separator.end
    }
    settle(from: first, end: end)
    return end
  }

  mutating func finish(_ first: Int, _ end: Int) -> Int {
    settle(from: first, end: end)
    return end
  }

  /// Gives all mentions in a list the start and the end of the list. If the list has only one mention, also sets the title of
  /// the mention.
  private mutating func settle(from first: Int, end: Int) {
    for i in first..<mentions.count {
      mentions[i].groupStart = mentions[first].groupStart
      mentions[i].groupEnd = end
    }
    // A title after a paragraph number, as in "Article 5(1)(e) - Storage limitation", is the title of the paragraph.
    guard mentions.count == first + 1, mentions[first].range.upperBound == end else { return }
    mentions[first].title = CitedTitleScan(words: words).title(after: end, isHeading: false)
  }
}
