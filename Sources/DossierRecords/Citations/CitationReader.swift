/// Reads one block in a single pass. Finds the framework names and the ids in the block.
struct CitationReader {
  let words: CitationWords
  let isHeading: Bool
  /// Whether the block is code. In code, each line is a sentence.
  let isCode: Bool
  private(set) var markers: [CitationMarker] = []
  /// Whether the block contains the number of a document that looks like the number of a control.
  var hasDocumentNumbers: Bool { markers.contains { $0.use == .documentNumber } }
  var mentions: [CitationMention] = []
  /// The indexes of the sentences about a contract. Clauses in these sentences belong to the contract.
  private(set) var contracts: Set<Int> = []

  private(set) var sentence = 0
  private(set) var previous = ""
  private(set) var previousEnd = 0
  /// The position of the first byte of the previous word.
  private(set) var previousStart = 0
  private(set) var isCalledControl = false
  /// True at the start of a block. False after the first id, or after the first word that is not part of a framework name. Words
  /// such as "clause" and "annex" do not change the value.
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
    let abbreviations = ["art", "arts", "no", "nos", "g", "e", "i", "cf", "vs", "para", "sec", "lit", "abs", "st", "cl"]
    return previousEnd != i || !abbreviations.contains(previous)
  }

  // MARK: Words

  /// Reads the word at `range` and the rest of the framework name or citation that begins with the word. Returns the position
  /// after the text that was read.
  private mutating func word(_ range: Range<Int>) -> Int {
    let word = words.lowercased(range)
    var end = range.upperBound
    if let (framework, after) = words.framework(word, range, after: previous) {
      markers.append(
        CitationMarker(
          framework: framework, range: range.lowerBound..<after, sentence: sentence, use: isPrefix(after) ? .prefix : .name))
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
    previousStart = range.lowerBound
    previousEnd = end
    return end
  }

  /// Whether an id follows a colon directly after a framework name: `42001:A.6.2.4`.
  private func isPrefix(_ end: Int) -> Bool {
    guard words.byte(end) == UInt8(ascii: ":") else { return false }
    let next = words.byte(end + 1)
    return (next == UInt8(ascii: "A") || next == UInt8(ascii: "B")) && words.byte(end + 2) == UInt8(ascii: ".")
  }

  /// Records the number of a document. A text that names its own documents does not cite a standard by these numbers.
  mutating func addDocumentNumber(_ range: Range<Int>) {
    markers.append(CitationMarker(framework: .otherStandard, range: range, sentence: sentence, use: .documentNumber))
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

  /// Reads a citation that begins with this word. Returns the end of the citation, or nil if no citation begins with this word.
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
      CitationMention(
        form: .article, id: "Art. " + number, range: range, sentence: sentence, isSingle: false, groupStart: range.lowerBound,
        groupEnd: end), titleAfter: nil)
  }

  mutating func addPlain(_ form: Citation.Form, _ id: String, _ range: Range<Int>, _ end: Int) {
    add(
      CitationMention(
        form: form, id: id, range: range, sentence: sentence, isSingle: false, groupStart: range.lowerBound, groupEnd: end),
      titleAfter: nil)
  }

  mutating func add(_ mention: CitationMention, titleAfter end: Int?) {
    var mention = mention
    mention.isFirst = isAtStart
    if let end {
      let isHeading = isHeading && isAtStart
      mention.title = CitedTitleScan(words: words).title(after: end, isHeading: isHeading && mention.form != .clause)
    }
    mentions.append(mention)
  }

  /// Whether the block consists of framework names, as in the heading "EU AI Act" or "GDPR (Regulation (EU) 2016/679)".
  var isOnlyName: Bool {
    guard let first = markers.first, words.bytes.count <= 80 else { return false }
    var i = 0
    var next = 0
    while i < words.bytes.count {
      if next < markers.count, markers[next].range.lowerBound == i {
        i = markers[next].range.upperBound
        next += 1
        continue
      }
      let end = words.wordEnd(from: i)
      guard end > i else {
        i += 1
        continue
      }
      let word = words.lowercased(i..<end)
      let isNeutral =
        ["the", "eu", "uk", "iso", "iec", "regulation", "and"].contains(word) || CitationText.isDigit(words.byte(i))
      guard isNeutral, first.use == .name else { return false }
      i = end
    }
    return true
  }
}
