/// "Did you mean": the one candidate that is plainly meant, or none.
package enum Suggestion {
  /// The candidate closest to `word`; for one word only. For many words against the same candidates make a `SuggestionIndex`.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    var index = SuggestionIndex(candidates)
    return index.closest(to: word)
  }

  /// The same for names that are written in lower case with one mark between their words, `-` or `_`: capitals, spaces and the
  /// other mark are forgiven first.
  package static func meant(by word: String, among names: [String], joinedBy mark: Unicode.Scalar) -> String? {
    var normal = ""
    for scalar in word.lowercased().unicodeScalars {
      normal.unicodeScalars.append(scalar == "_" || scalar == "-" || scalar == " " ? mark : scalar)
    }
    return names.contains(normal) ? normal : closest(to: normal, among: names)
  }
}
