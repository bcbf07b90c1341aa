/// "Did you mean": the one candidate that is plainly meant, or none.
package enum Suggestion {
  /// The candidate closest to `word`; for one word only. For many words against the same candidates make a `SuggestionIndex`.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    var index = SuggestionIndex(candidates)
    return index.closest(to: word)
  }

  /// The one name that differs from `word` only in capitals, hyphens, underscores and spaces: then nothing else can be meant. Nil
  /// where there is none, or several.
  package static func spelling(of word: String, among names: some Sequence<String>) -> String? {
    let letters = letters(of: word)
    guard !letters.isEmpty else { return nil }
    var found: String?
    for name in names where self.letters(of: name) == letters {
      if let found, found != name { return nil }
      found = name
    }
    return found
  }

  /// How many insertions, deletions, substitutions and swaps of neighbours make one of the other; what exceeds `limit` is told as one
  /// more than it.
  package static func edits(from word: String, to other: String, limit: Int = 8) -> Int {
    var table = EditTable(Array(word.unicodeScalars), limit: limit)
    for scalar in other.unicodeScalars { table.add(scalar) }
    return table.distance
  }

  /// In lower case, without hyphens, underscores and spaces.
  package static func letters(of word: String) -> String {
    String(String.UnicodeScalarView(word.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }))
  }

  /// The same for names that are written in lower case with one mark between their words, `-` or `_`: capitals, spaces and the
  /// other mark are forgiven first.
  package static func meant(by word: String, among names: [String], joinedBy mark: Unicode.Scalar) -> String? {
    if let spelling = spelling(of: word, among: names) { return spelling }
    var normal = ""
    for scalar in word.lowercased().unicodeScalars {
      normal.unicodeScalars.append(scalar == "_" || scalar == "-" || scalar == " " ? mark : scalar)
    }
    return names.contains(normal) ? normal : closest(to: normal, among: names)
  }
}
