import DossierRules
import Testing

/// The sentences of the rule explanations are short enough for readers whose first language is not English.
@Suite struct ExplanationTests {
  /// Abbreviations whose full stop does not end a sentence.
  private static let abbreviations = ["e.g.", "i.e.", "etc."]

  @Test func `half of all sentences have at most 16 words`() throws {
    let lengths = Rules.all.flatMap { Self.sentences(of: $0.explanation) }.map(\.count).sorted()
    let median = try #require(lengths.isEmpty ? nil : lengths[lengths.count / 2])
    #expect(median <= 16)
  }

  @Test func `no sentence has more than 30 words`() {
    for rule in Rules.all {
      for sentence in Self.sentences(of: rule.explanation) where sentence.count > 30 {
        Issue.record("\(rule.id): \(sentence.count) words: \(sentence.joined(separator: " "))")
      }
    }
  }

  @Test(arguments: [
    ("One sentence. Another one.", [2, 2]), ("Is it? It is! Yes.", [2, 2, 1]), ("Use a list, e.g. a table.", [6]),
    ("No full stop\nNext line.", [3, 2]), ("Version 1.2 of `dossier.yaml`.", [4]), ("", []),
  ])
  func `text is divided into sentences`(_ text: String, _ lengths: [Int]) {
    #expect(Self.sentences(of: text).map(\.count) == lengths)
  }

  /// The words of each sentence. A sentence ends at `. `, `? `, `! ` or the end of a line.
  private static func sentences(of text: String) -> [[Substring]] {
    var sentences: [[Substring]] = []
    for line in text.split(separator: "\n") {
      var words: [Substring] = []
      for word in line.split(separator: " ") {
        words.append(word)
        guard let last = word.last, ".?!".contains(last), !abbreviations.contains(where: word.hasSuffix) else { continue }
        sentences.append(words)
        words = []
      }
      if !words.isEmpty { sentences.append(words) }
    }
    return sentences
  }
}
