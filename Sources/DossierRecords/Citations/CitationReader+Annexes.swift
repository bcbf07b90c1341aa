extension CitationReader {
  /// Reads `A.6.2.4`, `B.6.2.4` or "Annex A 5.29".
  mutating func control(_ range: Range<Int>) -> Int? {
    let letter = words.bytes[range.lowerBound]
    guard letter == UInt8(ascii: "A") || letter == UInt8(ascii: "B") else { return nil }
    let isAfterAnnex = previous == "annex" && words.isOnly("", from: previousEnd, to: range.lowerBound)
    var start = range.upperBound
    if words.byte(start) == UInt8(ascii: ".") {
      start += 1
    } else {
      // "Annex A 5.29"
      guard isAfterAnnex, words.byte(start) == 0x20 else { return nil }
      start = words.skipSpaces(start)
    }
    guard let number = words.number(at: start), start == range.upperBound + 1 || number.count > 1 else { return nil }
    if isDocumentNumber(range.lowerBound) { addDocumentNumber(range.lowerBound..<number.end) }
    guard mayBegin(range.lowerBound), !isPartOfSomethingElse(range.lowerBound) else { return number.end }
    let isInList = mentions.last.map { isList(from: $0.groupEnd, to: range.lowerBound) } ?? false
    if isInList, let last = mentions.indices.last { mentions[last].title = nil }
    let id = words.string(range) + "." + words.string(start..<number.end)
    let mention = CitationMention(
      form: letter == UInt8(ascii: "A") ? .control : .guidance, id: id, range: range.lowerBound..<number.end, sentence: sentence,
      isSingle: number.count == 1, isCalledControl: isCalledControl,
      namesAnnex: isAfterAnnex || (isInList && mentions.last?.namesAnnex == true) || previous == "control",
      groupStart: (isInList ? mentions.last?.groupStart : nil) ?? range.lowerBound, groupEnd: number.end)
    add(mention, titleAfter: isInList ? nil : number.end)
    return number.end
  }

  /// Whether the id at `i` is the end of the number of a document, such as `ISMS-POL-A.8.9`.
  private func isDocumentNumber(_ i: Int) -> Bool {
    words.byte(i - 1) == UInt8(ascii: "-") && (0x41...0x5A).contains(words.byte(i - 2))
  }

  /// Whether an id can begin at `i`. An id cannot begin inside a path, a version or a name. In a list such as `A.2.2/A.2.3`, an
  /// id can always begin one character after the end of the previous id.
  private func mayBegin(_ i: Int) -> Bool {
    let before = words.byte(i - 1)
    if i == 0 || before <= 0x20 { return true }
    if mentions.last?.range.upperBound == i - 1 { return true }
    return !"./\\-@#_$~".utf8.contains(before)
  }

  /// Whether the word before the id shows that the id is not a control, as in "Section A.4", "Table A.1" or "Appendix A.3".
  private func isPartOfSomethingElse(_ i: Int) -> Bool {
    guard words.isOnly("(", from: previousEnd, to: i), previousEnd > 0 else { return false }
    let others = [
      "section", "sections", "table", "tables", "figure", "figures", "fig", "appendix", "appendices", "exhibit", "schedule",
      "chapter", "part", "step", "equation", "version", "level", "form", "option", "question", "item", "room", "building", "page",
      "abschnitt", "anhang", "tabelle", "kapitel", "line", "requirement", "vitamin", "hepatitis",
    ]
    return others.contains(previous)
  }

  private func isList(from end: Int, to start: Int) -> Bool {
    guard start - end <= 10, start >= end else { return false }
    guard let separator = words.separator(at: end) else { return false }
    return separator.end == start || words.separator(at: separator.end)?.end == start
  }

  mutating func annex(_ range: Range<Int>) -> Int? {
    let start = words.skipSpaces(range.upperBound)
    let end = words.wordEnd(from: start)
    guard start > range.upperBound, (1...5).contains(end - start), words.bytes[start..<end].allSatisfy("IVX".utf8.contains),
      words.bytes[range.lowerBound] == UInt8(ascii: "A")
    else { return nil }
    let id = "Annex " + words.string(start..<end)
    add(
      CitationMention(
        form: .annex, id: id, range: range.lowerBound..<end, sentence: sentence, isSingle: false, groupStart: range.lowerBound,
        groupEnd: end), titleAfter: nil)
    return end
  }
}
