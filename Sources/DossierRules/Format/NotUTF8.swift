import DossierMarkup
import DossierText

extension Rules {
  /// Reported when a file is first looked at.
  static let notUTF8 = Rule(
    .notUTF8, .format, .error, title: "every text is UTF-8", clauses: ["7.5.2"],
    explanation: """
      Bytes mean letters only by an encoding, and everything here is UTF-8. A file saved in an older encoding shows \
      wrong letters in names and titles, and which ones were meant cannot be known for sure. Open the file with the \
      encoding it was written in and save it as UTF-8.
      """,
    bad: RuleExample([
      "index.md": """
      The caf⟦\\x{E9}⟧ counter answers returns.
      """
    ]),
    good: RuleExample([
      "index.md": """
      The café counter answers returns.
      """
    ]))
}
