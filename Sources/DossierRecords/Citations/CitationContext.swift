/// What one context says about the framework that a mention cites. The contexts of a mention are, from near to far: the
/// sentence, the block, the table, the headings and the document.
enum CitationContext: Equatable {
  /// One of these frameworks is meant.
  case named(FrameworkSet)
  /// A source without a catalogue is meant: a contract, another standard or another law.
  case other
  case nothing

  init(_ set: FrameworkSet, of kind: FrameworkSet) {
    let found = set.intersection(kind)
    if found.isEmpty {
      self = .nothing
    } else {
      self = found.cited.isEmpty ? .other : .named(found)
    }
  }

  /// Returns this context, or the outer context if this context is `.nothing`.
  func or(_ outer: @autoclosure () -> CitationContext) -> CitationContext { self == .nothing ? outer() : self }
}

/// The framework names in one block, in order: either names of standards or names of laws. The functions find what the sentence
/// and the block of a mention say about its framework.
struct CitationSurroundings {
  let words: CitationWords
  let markers: [CitationMarker]
  let contracts: Set<Int>
  private let kind: FrameworkSet
  /// For each marker, what its sentence has named up to and including the marker. The names of prefixes are left out.
  private var namedBefore: [FrameworkSet] = []
  /// For each marker, what its sentence names from the marker on. A name directly before an id belongs to this id and to the ids
  /// after it, so it is left out.
  private var namedAfter: [FrameworkSet] = []
  /// For each marker, the index of the last marker up to this one that is an ordinary name.
  private var lastNames: [Int?] = []

  init(_ reader: CitationReader, of kind: FrameworkSet) {
    words = reader.words
    markers = reader.markers.filter { !$0.framework.isDisjoint(with: kind) }
    contracts = reader.contracts
    self.kind = kind
    for (i, marker) in markers.enumerated() {
      let isSame = i > 0 && markers[i - 1].sentence == marker.sentence
      let own = marker.use == .prefix ? [] : marker.framework.intersection(kind)
      namedBefore.append(isSame ? namedBefore[i - 1].union(own) : own)
      lastNames.append(marker.use == .name ? i : i > 0 ? lastNames[i - 1] : nil)
    }
    namedAfter = namesAfter(reader.mentions)
  }

  private func namesAfter(_ mentions: [CitationMention]) -> [FrameworkSet] {
    var result = Array(repeating: FrameworkSet(), count: markers.count)
    var next = mentions.count - 1
    for i in markers.indices.reversed() {
      let marker = markers[i]
      while next > 0, mentions[next - 1].range.lowerBound >= marker.range.upperBound { next -= 1 }
      let isBeforeID =
        next >= 0 && mentions[next].range.lowerBound >= marker.range.upperBound && mentions[next].sentence == marker.sentence
        && isLead(marker, mentions[next].range.lowerBound)
      let own = isBeforeID || marker.use != .name ? [] : marker.framework.intersection(kind)
      let isSame = i + 1 < markers.count && markers[i + 1].sentence == marker.sentence
      result[i] = isSame ? result[i + 1].union(own) : own
    }
    return result
  }

  private func isLead(_ marker: CitationMarker, _ start: Int) -> Bool {
    let end = marker.range.upperBound
    return isJoined(words.byte(end) == UInt8(ascii: ":") ? end + 1 : end, start)
  }

  /// What the sentence of a mention says about its framework. `isDirect` is true if the name of the framework is directly beside
  /// the mention.
  func inSentence(_ mention: CitationMention) -> (context: CitationContext, isDirect: Bool) {
    let position = firstMarker(after: mention.range.lowerBound)
    let before = position > 0 && markers[position - 1].sentence == mention.sentence ? markers[position - 1] : nil
    let after = position < markers.count && markers[position].sentence == mention.sentence ? markers[position] : nil
    if let owner = owner(mention, after) { return (owner, true) }
    if let before, before.use != .documentNumber {
      let end = before.range.upperBound + (before.use == .prefix ? 1 : 0)
      if isJoined(end, mention.groupStart) { return (context(before), true) }
    }
    if let after, after.use == .name, isJoined(mention.groupEnd, after.range.lowerBound) { return (context(after), true) }
    if mention.isOfUnknownLaw { return (.other, true) }
    // If a sentence names several frameworks, any of them can be meant.
    var all: FrameworkSet = before == nil ? [] : namedBefore[position - 1]
    if after != nil { all.formUnion(namedAfter[position]) }
    if !all.isEmpty { return (all.hasOther ? .other : .named(all), false) }
    let isNumberOnly = mention.form == .clause || mention.form == .article
    return (isNumberOnly && contracts.contains(mention.sentence) ? .other : .nothing, false)
  }

  /// The nearest framework named earlier in the block.
  func inBlock(_ mention: CitationMention) -> CitationContext {
    let position = firstMarker(after: mention.range.lowerBound)
    guard position > 0, let last = lastNames[position - 1] else { return .nothing }
    return context(markers[last])
  }

  private func context(_ marker: CitationMarker) -> CitationContext { CitationContext(marker.framework, of: kind) }

  /// The source named after the mention: "Article 9 of the AI Act", "clause 4.1 of the contract". Nil for "clause 8.4 of the
  /// standard", because these words name no particular source.
  private func owner(_ mention: CitationMention, _ after: CitationMarker?) -> CitationContext? {
    var i = words.skipSpaces(mention.groupEnd)
    let end = words.wordEnd(from: i)
    let word = words.lowercased(i..<end)
    guard ["of", "under", "in", "from"].contains(word) else { return nil }
    if let after, after.range.lowerBound - end <= 48, !hasStop(end..<after.range.lowerBound) { return context(after) }
    guard word == "of" else { return nil }
    i = end
    for _ in 0..<4 {
      i = words.skipSpaces(i)
      let next = words.wordEnd(from: i)
      guard next > i else { break }
      if ["standard", "act", "regulation", "law", "norm", "annex", "this", "it", "iso"].contains(words.lowercased(i..<next)) {
        return nil
      }
      i = next
    }
    return .other
  }

  private func hasStop(_ range: Range<Int>) -> Bool { words.bytes[range].contains { ",;:.|".utf8.contains($0) } }

  /// Whether only words such as "Annex A, control" are between a framework name and an id.
  private func isJoined(_ start: Int, _ end: Int) -> Bool {
    guard start <= end, end - start <= 30 else { return false }
    let joints = [
      "annex", "a", "b", "clause", "clauses", "control", "controls", "article", "articles", "art", "section", "s", "iso", "iec",
      "eu", "uk", "the",
    ]
    var i = start
    while i < end {
      let next = words.wordEnd(from: i)
      if next > i {
        guard joints.contains(words.lowercased(i..<min(next, end))) else { return false }
        i = next
      } else {
        guard words.bytes[i] <= 0x20 || "('.".utf8.contains(words.bytes[i]) || words.dash(i) > 0 || words.bytes[i] >= 0x80 else {
          return false
        }
        i += 1
      }
    }
    return true
  }

  private func firstMarker(after place: Int) -> Int {
    var low = 0
    var high = markers.count
    while low < high {
      let middle = (low + high) / 2
      if markers[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
