/// Finds the name that the author of a misspelled word probably meant ("did you mean").
package enum Suggestion {
  /// The candidate closest to `word`. To look up several words among the same candidates, make a `SuggestionIndex`.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    var index = SuggestionIndex(candidates)
    return index.closest(to: word)
  }

  /// The name that is equal to `word` if case, hyphens, underscores and spaces are ignored. Nil if there is no equal name, or
  /// if several different names are equal.
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

  /// The edit distance: the number of insertions, deletions, substitutions and transpositions. A distance above `limit` is
  /// returned as `limit + 1`.
  package static func edits(from word: String, to other: String, limit: Int = 8) -> Int {
    var table = EditTable(Array(word.unicodeScalars), longest: other.unicodeScalars.count, limit: limit)
    for scalar in other.unicodeScalars { table.add(scalar) }
    return table.distance
  }

  /// The word in lower case, without hyphens, underscores and spaces.
  package static func letters(of word: String) -> String {
    String(String.UnicodeScalarView(word.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " }))
  }

  /// The name that the author of `word` probably meant. The names are in lower case, and `mark` (`-` or `_`) joins the words in
  /// a name.
  ///
  /// First searches for a name that differs only in case, spaces, hyphens or underscores. If there is no such name, returns the
  /// closest name.
  package static func meant(by word: String, among names: [String], joinedBy mark: Unicode.Scalar) -> String? {
    if let spelling = spelling(of: word, among: names) { return spelling }
    var normal = ""
    for scalar in word.lowercased().unicodeScalars {
      normal.unicodeScalars.append(scalar == "_" || scalar == "-" || scalar == " " ? mark : scalar)
    }
    return names.contains(normal) ? normal : closest(to: normal, among: names)
  }
}
