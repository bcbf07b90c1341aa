import DossierMarkup
import DossierText

extension Rules {
  /// Reported when a file is first looked at.
  static let hiddenCharacter = Rule(
    .hiddenCharacter, .format, .warning, title: "no text holds characters that cannot be seen", clauses: ["7.5.3"],
    explanation: """
      Zero-width and direction-changing characters come in with pasted text. They split words for search, make equal \
      texts unequal, and can make a sentence read differently on the screen than in the file that was approved. Remove \
      the character; an editor that shows invisible characters helps to find it.
      """,
    bad: RuleExample([
      "index.md": """
      Refund⟦\\x{E2}\\x{80}\\x{8B}⟧s are checked by a person.
      """
    ]),
    good: RuleExample([
      "index.md": """
      Refunds are checked by a person.
      """
    ]))
}
