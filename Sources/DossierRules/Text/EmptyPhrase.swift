/// Phrases that take the place of a justification but give no reason.
enum EmptyPhrase {
  /// Whether a text is one of these phrases, or consists only of words that give no reason. Case and punctuation are ignored.
  static func saysNothing(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    return phrases.contains(words) || words.split(separator: " ").allSatisfy { fillers.contains(String($0)) }
  }

  /// Words that give no reason in any combination: "Required by the standard", "this control is not applicable to us".
  private static let fillers: Set = [
    "a", "an", "and", "annex", "applicable", "applies", "apply", "by", "clause", "control", "does", "for", "here", "iec", "in",
    "is", "iso", "it", "mandatory", "n", "needed", "not", "of", "our", "relevant", "required", "requirement", "standard", "the",
    "this", "to", "us", "we", "27001", "42001",
  ]

  private static let phrases: Set = [
    "n a", "na", "none", "no", "yes", "not applicable", "not relevant", "not needed", "not required", "not used", "excluded",
    "out of scope", "applicable", "relevant", "required", "needed", "necessary", "mandatory", "best practice", "good practice",
    "standard", "see above", "see policy", "as above", "tbd", "tbc", "todo", "to be defined", "to be confirmed", "to be done",
    "ok", "accepted", "acceptable", "risk accepted", "low risk", "because", "iso 42001", "iso iec 42001", "compliance",
  ]
}
