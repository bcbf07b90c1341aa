import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported when a file is first read.
  static let hiddenCharacter = Rule(
    .hiddenCharacter, .format, .warning, title: "text contains no invisible characters", clauses: ["7.5.3"],
    explanation: """
      Zero-width characters and characters that change the text direction often come from pasted text. A search may \
      not find a word that contains such a character. Two texts that look equal can be different. A sentence can also \
      look different on the screen from the text in the file. Remove the invisible character. An editor that shows \
      invisible characters helps to find it.
      """,
    bad: RuleExample([
      "index.md": """
      Refund⟦\\x{E2}\\x{80}\\x{8B}⟧s are checked by a person.
      """
    ]),
    good: .fixing(["index.md": ("Refund\\x{E2}\\x{80}\\x{8B}s are checked by a person.", "Refunds are checked by a person.")]))
}
