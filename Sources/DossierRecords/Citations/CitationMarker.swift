/// The name of a framework in a block, with its position.
struct CitationMarker {
  let framework: FrameworkSet
  let range: Range<Int>
  let sentence: Int
  var use = Use.name

  enum Use {
    case name
    /// The number of a standard directly before an id: `42001:A.6.2.4`. It says nothing about other ids of the text.
    case prefix
    /// The number of a document, which can look like the number of a control: `ISMS-POL-A.8.9`.
    case documentNumber
  }
}

extension CitationWords {
  /// The framework whose name begins with the word at `range`, and the end of the name. `before` is the previous word in lower
  /// case.
  func framework(_ word: String, _ range: Range<Int>, after before: String) -> (FrameworkSet, end: Int)? {
    let isLong = range.count > 15
    if range.count >= 5, contains("42001", in: range) { return (.iso42001, edition(range.upperBound, "2023")) }
    if range.count >= 5, contains("27001", in: range) {
      let end = edition(range.upperBound, "2022")
      let isOther = end == range.upperBound && isEdition(end)
      return (isOther ? [.otherStandard, .relatedStandard] : .iso27001, isOther ? range.upperBound + 5 : end)
    }
    if isLong { return isLawName(range) ? (.otherLaw, range.upperBound) : nil }
    switch word {
    case "gdpr", "dsgvo", "rgpd": return (.gdpr, range.upperBound)
    case "aia" where bytes[range.lowerBound] == UInt8(ascii: "A"): return (.euAIAct, range.upperBound)
    case "ai":
      let next = skipSpaces(byte(range.upperBound) == UInt8(ascii: "-") ? range.upperBound + 1 : range.upperBound)
      let end = wordEnd(from: next)
      return ["act", "regulation", "verordnung"].contains(lowercased(next..<end)) ? (.euAIAct, end) : nil
    case "2024" where follows("/1689", at: range.upperBound): return (.euAIAct, range.upperBound + 5)
    case "2016" where follows("/679", at: range.upperBound): return (.gdpr, range.upperBound + 4)
    case "nist", "rmf": return (.nistAIRMF, range.upperBound)
    case "hipaa": return (.hipaa, range.upperBound)
    case "act", "acts":
      // "the Act" and "this Act" mean the law that the text is about.
      let isNamed = bytes[range.lowerBound] == UInt8(ascii: "A")
      let others = ["the", "this", "that", "an", "to", "and", "must", ""]
      return isNamed && !others.contains(before) ? (.otherLaw, range.upperBound) : nil
    case "directive", "nis2", "nis", "dora", "eidas", "charter", "convention", "treaty", "tfeu", "echr", "dsa", "dma", "ccpa",
      "constitution", "bdsg", "mdr", "ivdr", "covenant", "bylaws", "eudpr", "led", "fadp", "nfadp", "revfadp", "dsg", "ndsg",
      "revdsg",
      "lpd", "nlpd", "bgb", "hgb", "stgb", "lgpd", "pipeda", "pipl", "appi", "popia", "pdpa", "cpra", "coppa", "ferpa",
      "ordinance",
      "statute":
      return (.otherLaw, range.upperBound)
    case "obligations", "code":
      // "the Civil Code", "the Code of Obligations"
      let isNamed = words(word, areNamed: before) && bytes[range.lowerBound] < 0x60
      return isNamed ? (.otherLaw, range.upperBound) : nil
    case "regulation": return otherRegulation(range)
    case "cobit", "tisax", "itil", "bsi", "pci", "hitrust", "csf": return (.otherStandard, range.upperBound)
    default: break
    }
    if isLawName(range) { return (.otherLaw, range.upperBound) }
    let number = word.utf8.starts(with: "iso".utf8) && range.count > 3 ? word.dropFirst(3) : word[...]
    let isNamed = number.utf8.count < word.utf8.count || ["iso", "iec", "en", "din", "bs", "nen", "pren"].contains(before)
    guard isNamed, (4...6).contains(number.utf8.count), number.utf8.allSatisfy(CitationText.isDigit) else { return nil }
    if number == "27002", edition(range.upperBound, "2022") > range.upperBound || !isEdition(range.upperBound) {
      return (.iso27002, edition(range.upperBound, "2022"))
    }
    return (number.hasPrefix("27") ? [.otherStandard, .relatedStandard] : .otherStandard, range.upperBound)
  }

  private func words(_ word: String, areNamed before: String) -> Bool {
    word == "obligations"
      ? before == "of" : ["civil", "penal", "criminal", "commercial", "labour", "labor", "tax"].contains(before)
  }

  /// Whether the ending of a word shows that it is the name of a law, such as `Auteurswet` or `Bundesdatenschutzgesetz`.
  private func isLawName(_ range: Range<Int>) -> Bool {
    guard range.count > 5, bytes[range.lowerBound] < 0x60 else { return false }
    return ["wet", "gesetz", "gesetzbuch"].contains { bytes[range].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Recognises a regulation without a catalogue, such as `Regulation (EU) 2022/2554`. The EU AI Act and the GDPR have
  /// catalogues and are recognised by their numbers.
  private func otherRegulation(_ range: Range<Int>) -> (FrameworkSet, end: Int)? {
    var i = skipSpaces(skipParagraphs(skipSpaces(range.upperBound)))
    if lowercased(i..<wordEnd(from: i)) == "no" { i = skipSpaces(wordEnd(from: i) + 1) }
    guard CitationText.isDigit(byte(i)), !follows("2024/1689", at: i), !follows("2016/679", at: i) else { return nil }
    return (.otherLaw, range.upperBound)
  }

  private func edition(_ i: Int, _ year: StaticString) -> Int {
    isEdition(i) && follows(year, at: i + 1) ? i + 5 : i
  }

  /// Whether an edition such as `:2013` or `-2013` follows.
  private func isEdition(_ i: Int) -> Bool {
    guard byte(i) == UInt8(ascii: ":") || byte(i) == UInt8(ascii: "-"), byte(i + 1) == UInt8(ascii: "2") else { return false }
    return byte(i + 2) == UInt8(ascii: "0") && wordEnd(from: i + 1) == i + 5
  }

  func follows(_ text: StaticString, at i: Int) -> Bool {
    let wanted = text.description.utf8
    return i + wanted.count <= bytes.count && bytes[i..<(i + wanted.count)].elementsEqual(wanted)
  }

  private func contains(_ digits: StaticString, in range: Range<Int>) -> Bool {
    // Search only near the start of a very long word, such as a field name, so that the cost is limited.
    let last = min(range.upperBound - 5, range.lowerBound + 64)
    guard last >= range.lowerBound else { return false }
    return (range.lowerBound...last).contains { follows(digits, at: $0) }
  }
}
