/// The words of a title, prepared for comparison.
///
/// The comparison ignores case, small words such as "of", plural forms, and different endings of one stem.
struct TitleWords {
  /// All words except small words.
  let all: [String]
  /// The words of `all` that distinguish titles. Words such as "AI" and "system" are left out, because they occur in half of all
  /// titles.
  let telling: [String]

  init(_ title: String) {
    let text = title.lowercased()
    let raw = text.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [String] in
      word == "lifecycle" ? ["life", "cycle"] : [String(word)]
    }
    all = raw.filter { !TitleWords.small.contains($0) }.map(TitleWords.singular)
    telling = all.filter { !TitleWords.common.contains($0) }
  }

  /// Whether both titles have the same words, in any order.
  func isSame(as other: TitleWords) -> Bool {
    all.count == other.all.count && all.allSatisfy { word in other.all.contains { TitleWords.isAlike(word, $0) } }
  }

  /// Whether both titles have the same distinguishing words, in any order, and at least two of them: "Data quality" and "Quality
  /// of data for AI systems".
  func isSameSubject(as other: TitleWords) -> Bool {
    telling.count >= 2 && telling.count == other.telling.count && shared(with: other) == telling.count
      && other.shared(with: self) == telling.count
  }

  /// Whether one title has all words of the other title, in the same order. A shortened title is such a title.
  func isShortened(from other: TitleWords) -> Bool { isPart(of: other) || other.isPart(of: self) }

  private func isPart(of other: TitleWords) -> Bool {
    var rest = other.all[...]
    for word in all {
      guard let place = rest.firstIndex(where: { TitleWords.isAlike(word, $0) }) else { return false }
      rest = rest[(place + 1)...]
    }
    return !all.isEmpty
  }

  /// The number of distinguishing words that the other title also has.
  func shared(with other: TitleWords) -> Int {
    telling.count { word in other.telling.contains { TitleWords.isAlike(word, $0) } }
  }

  /// Whether two words are equal, or begin with the same five bytes. Such words usually have the same stem, for example
  /// "assessing" and "assessment".
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
