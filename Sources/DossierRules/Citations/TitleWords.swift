/// The words of a title as they are compared: without regard to case, small words, plural and the endings of one stem.
struct TitleWords {
  /// All but small words.
  let all: [String]
  /// Those that tell one title from another: half of all titles speak of AI systems.
  let telling: [String]

  init(_ title: String) {
    let text = title.lowercased()
    let raw = text.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [String] in
      word == "lifecycle" ? ["life", "cycle"] : [String(word)]
    }
    all = raw.filter { !TitleWords.small.contains($0) }.map(TitleWords.singular)
    telling = all.filter { !TitleWords.common.contains($0) }
  }

  /// The same words, in whatever order.
  func isSame(as other: TitleWords) -> Bool {
    all.count == other.all.count && all.allSatisfy { word in other.all.contains { TitleWords.isAlike(word, $0) } }
  }

  /// How many telling words the other has too.
  func shared(with other: TitleWords) -> Int {
    telling.count { word in other.telling.contains { TitleWords.isAlike(word, $0) } }
  }

  /// Share of the telling words of both that both have, 0 to 1.
  func likeness(to other: TitleWords) -> Double {
    let both = shared(with: other)
    let either = telling.count + other.telling.count - both
    return either == 0 ? 0 : Double(both) / Double(either)
  }

  /// The same word, or two of one stem: assessing and assessment, document and documentation.
  private static func isAlike(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    return a.utf8.count >= 5 && b.utf8.count >= 5 && a.utf8.prefix(5).elementsEqual(b.utf8.prefix(5))
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") && !word.hasSuffix("ss") && word.utf8.count > 3 ? String(word.dropLast()) : word
  }

  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "other", "the", "their",
    "to", "with",
  ]
  private static let common: Set<String> = ["ai", "artificial", "intelligence", "system", "related"]
}
