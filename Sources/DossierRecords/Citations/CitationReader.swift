/// Reads one block: the frameworks it names and the ids it mentions, in one pass without going back.
struct CitationReader {
  let words: CitationWords
  let isHeading: Bool
  /// In code a line is a sentence of its own.
  let isCode: Bool
  private(set) var markers: [CitationMarker] = []
  private(set) var mentions: [CitationMention] = []
  /// Sentences about a contract: their clauses are the contract's.
  private(set) var contracts: Set<Int> = []

  private var sentence = 0
  private var previous = ""
  private var previousEnd = 0
  private var isCalledControl = false
  /// Words such as "clause" and "ISO" before the first id do not make it any less the first thing in its block.
  private var isAtStart = true

  init(_ bytes: [UInt8], isHeading: Bool, isCode: Bool) {
    words = CitationWords(bytes: bytes)
    self.isHeading = isHeading
    self.isCode = isCode
  }

  mutating func read() {
    var i = 0
    let count = words.bytes.count
    while i < count {
      let end = words.wordEnd(from: i)
      if end > i {
        i = word(i..<end)
        continue
      }
      switch words.bytes[i] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): if endsSentence(i) { endSentence() }
      case 0x0A: if isCode { endSentence() }
      case 0xA7 where words.byte(i - 1) == 0xC2:
        i = paragraphSign(i + 1)
        continue
      default: break
      }
      i += 1
    }
  }

  private mutating func endSentence() {
    sentence += 1
    isCalledControl = false
  }

  private func endsSentence(_ i: Int) -> Bool {
    guard [0x20, 0x0A].contains(words.byte(i + 1)) else { return false }
    let next = words.byte(words.skipSpaces(i + 1))
    guard (0x41...0x5A).contains(next) || next >= 0x80 || next == UInt8(ascii: "[") else { return false }
    let abbreviations = ["art", "arts", "no", "nos", "g", "e", "i", "cf", "vs", "para", "sec", "lit", "abs", "st", "approx", "cl"]
    return previousEnd != i || !abbreviations.contains(previous)
  }

  // MARK: Words

  /// Reads the word at `range` and what belongs to it; where to go on.
  private mutating func word(_ range: Range<Int>) -> Int {
    let word = words.lowercased(range)
    var end = range.upperBound
    if let (framework, after) = words.framework(word, range, after: previous) {
      markers.append(CitationMarker(framework: framework, range: range.lowerBound..<after, sentence: sentence))
      end = max(end, after)
      let next = words.skipSpaces(end)
      if framework == .iso42001, next > end, let number = words.number(at: next), number.count > 1 {
        end = clauses(from: next, isPlural: false, isWord: false)
      }
    } else if let after = mention(word, range) {
      end = after
      isAtStart = false
    } else if !["clause", "clauses", "control", "controls", "annex", "iso", "iec", "article"].contains(word) {
      isAtStart = false
    }
    note(word, range)
    previous = word
    previousEnd = end
    return end
  }

  private mutating func note(_ word: String, _ range: Range<Int>) {
    switch word {
    case "contract", "contracts", "contractual", "agreement", "agreements", "addendum", "lease", "dpa", "msa", "licence":
      contracts.insert(sentence)
    default: break
    }
    if word.utf8.suffix(7).elementsEqual("control".utf8) || word.utf8.suffix(8).elementsEqual("controls".utf8)
      || (range.count > 15 && words.string(range).hasSuffix("Controls"))
    {
      isCalledControl = true
    } else if !["and", "or", "to", "annex", "a", "b", "the", "through"].contains(word) {
      isCalledControl = false
    }
  }

  /// What the word begins or is; nil where it is no part of a citation.
  private mutating func mention(_ word: String, _ range: Range<Int>) -> Int? {
    switch word {
    case "a", "b": return control(range)
    case "clause", "clauses", "subclause", "subclauses": return clauseWord(range, isPlural: word.hasSuffix("s"))
    case "article", "articles", "artikel", "art", "arts": return articles(word, range)
    case "annex": return annex(range)
    case "govern", "map", "measure", "manage": return outcome(word, range)
    case "164": return safeguard(range)
    default:
      let isCriterion = (3...4).contains(range.count) && words.follows("CC", at: range.lowerBound)
      return isCriterion ? criterion(range) : nil
    }
  }

  mutating func addArticle(_ number: String, _ range: Range<Int>, _ end: Int) {
    add(
      CitationMention(form: .article, id: "Art. " + number, range: range, sentence: sentence, isSingle: false, groupEnd: end),
      titleAfter: nil)
  }

  mutating func addPlain(_ form: Citation.Form, _ id: String, _ range: Range<Int>, _ end: Int) {
    add(CitationMention(form: form, id: id, range: range, sentence: sentence, isSingle: false, groupEnd: end), titleAfter: nil)
  }

  private mutating func add(_ mention: CitationMention, titleAfter end: Int?) {
    var mention = mention
    mention.isFirst = isAtStart
    if let end {
      let isHeading = isHeading && isAtStart
      mention.title = CitedTitleScan(words: words).title(after: end, isHeading: isHeading && mention.form != .clause)
    }
    mentions.append(mention)
  }

  // MARK: Annexes of standards

  private mutating func control(_ range: Range<Int>) -> Int? {
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
    guard mayBegin(range.lowerBound), !isPartOfSomethingElse(range.lowerBound) else { return number.end }
    let isInList = mentions.last.map { isList(from: $0.groupEnd, to: range.lowerBound) } ?? false
    if isInList, let last = mentions.indices.last { mentions[last].title = nil }
    let id = words.string(range) + "." + words.string(start..<number.end)
    let mention = CitationMention(
      form: letter == UInt8(ascii: "A") ? .control : .guidance, id: id, range: range.lowerBound..<number.end, sentence: sentence,
      isSingle: number.count == 1, isCalledControl: isCalledControl,
      namesAnnex: isAfterAnnex || (isInList && mentions.last?.namesAnnex == true) || previous == "control", groupEnd: number.end)
    add(mention, titleAfter: isInList ? nil : number.end)
    return number.end
  }

  /// A path, a version or a name goes on with what stands before; a list of ids may.
  private func mayBegin(_ i: Int) -> Bool {
    let before = words.byte(i - 1)
    if i == 0 || before <= 0x20 { return true }
    if mentions.last?.range.upperBound == i - 1 { return true }
    return !"./\\-@#_$~".utf8.contains(before)
  }

  /// "Section A.4", "Table A.1", "Appendix A.3": not an annex of a standard.
  private func isPartOfSomethingElse(_ i: Int) -> Bool {
    guard words.isOnly("(", from: previousEnd, to: i), previousEnd > 0 else { return false }
    let others = [
      "section", "sections", "table", "tables", "figure", "figures", "fig", "appendix", "appendices", "exhibit", "schedule",
      "chapter", "part", "step", "equation", "version", "level", "form", "option", "question", "item", "room", "building", "page",
      "abschnitt", "anhang", "tabelle", "kapitel", "line", "option", "requirement", "test", "case", "vitamin", "hepatitis",
    ]
    return others.contains(previous)
  }

  private func isList(from end: Int, to start: Int) -> Bool {
    guard start - end <= 10, start >= end else { return false }
    guard let separator = words.separator(at: end) else { return false }
    return separator.end == start || words.separator(at: separator.end)?.end == start
  }

  private mutating func annex(_ range: Range<Int>) -> Int? {
    let start = words.skipSpaces(range.upperBound)
    let end = words.wordEnd(from: start)
    guard start > range.upperBound, (1...5).contains(end - start), words.bytes[start..<end].allSatisfy("IVX".utf8.contains),
      words.bytes[range.lowerBound] == UInt8(ascii: "A")
    else { return nil }
    let id = "Annex " + words.string(start..<end)
    add(
      CitationMention(form: .annex, id: id, range: range.lowerBound..<end, sentence: sentence, isSingle: false, groupEnd: end),
      titleAfter: nil)
    return end
  }

  // MARK: Clauses

  private mutating func clauseWord(_ range: Range<Int>, isPlural: Bool) -> Int? {
    // "the policy's clause 4.1", "Security Policy, Clause 4.1"
    let isOthers =
      ["policy", "procedure", "terms", "document", "contract", "s"].contains(previous)
      && words.isOnly(",(", from: previousEnd, to: range.lowerBound)
    let start = words.skipSpaces(range.upperBound)
    guard start > range.upperBound, let number = words.number(at: start) else { return nil }
    return isOthers ? number.end : clauses(from: start, isPlural: isPlural, isWord: true)
  }

  private mutating func paragraphSign(_ start: Int) -> Int {
    let i = words.skipSpaces(words.byte(start) == 0xC2 ? start + 2 : start)
    guard words.number(at: i) != nil else { return start }
    return clauses(from: i, isPlural: false, isWord: false)
  }

  /// Numbers from `start` on, as many as belong together. 
  private mutating func clauses(from start: Int, isPlural: Bool, isWord: Bool) -> Int {
    let first = mentions.count
    var i = start
    var end = start
    while let number = words.number(at: i) {
      let isContinued = i > start
      // "clause 8.2, 14 days": a bare number goes on a list only where the word or a dash says that there is one.
      let isBare = number.count == 1 && !isPlural && !words.isOnly("–-", from: end, to: i)
      if isContinued, isBare || !(4...10).contains(number.first) { break }
      end = words.skipParagraphs(number.end)
      add(
        CitationMention(
          form: .clause, id: words.string(i..<number.end), range: i..<number.end, sentence: sentence,
          isSingle: number.count == 1, isWord: isWord, groupEnd: end), titleAfter: nil)
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

  /// Gives the mentions of a list their common end, and a lone one its title.
  private mutating func settle(from first: Int, end: Int) {
    for i in first..<mentions.count { mentions[i].groupEnd = end }
    guard mentions.count == first + 1 else { return }
    mentions[first].title = CitedTitleScan(words: words).title(after: end, isHeading: false)
  }
}
