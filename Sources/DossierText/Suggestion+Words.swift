extension Suggestion {
  /// The question whether the author meant `other`. Names the difference if the two names look alike.
  package static func question(_ other: String, insteadOf word: String) -> String {
    "did you mean `\(other)`?" + (invisibleDifference(between: word, and: other).map { " \($0)" } ?? "")
  }

  /// A sentence about the difference between two names that look alike. Nil if the difference is visible, or if there is none.
  package static func invisibleDifference(between word: String, and other: String) -> String? {
    guard !word.utf8.elementsEqual(other.utf8) else { return nil }
    // Swift compares strings by canonical equivalence: the composed and the decomposed form of a letter are equal.
    if word == other {
      return isDecomposed(word, than: other)
        ? "The link writes accents as separate characters (NFD); the name has composed letters (NFC)."
        : "The link has composed letters (NFC); the name writes accents as separate characters (NFD)."
    }
    let (ours, theirs) = (Array(word.unicodeScalars.filter(isInvisible)), Array(other.unicodeScalars.filter(isInvisible)))
    guard ours != theirs, visible(word) == visible(other) else { return nil }
    let names = Set((ours.count < theirs.count ? theirs : ours).map { "U+" + hexadecimal($0) }).sorted().joined(separator: ", ")
    return "Only the \(ours.count < theirs.count ? "name" : "link") contains the invisible character \(names)."
  }

  private static func isDecomposed(_ word: String, than other: String) -> Bool {
    word.unicodeScalars.count > other.unicodeScalars.count
  }

  private static func visible(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.filter { !isInvisible($0) }))
  }

  /// Whether a scalar has no shape of its own: variation selectors, joiners, marks of direction.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isVariationSelector || scalar.properties.generalCategory == .format
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
