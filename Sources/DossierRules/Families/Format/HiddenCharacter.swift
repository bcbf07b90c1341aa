import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported when a file is first read.
  static let hiddenCharacter = Rule(
    .hiddenCharacter, .format, .warning, title: "text contains no invisible characters", clauses: ["7.5.3"],
    explanation: """
      Zero-width characters and characters that change the text direction often come from pasted text. They split words \
      for search and make equal texts different. They can also make a sentence look different on the screen from the \
      approved file. Remove the character. An editor that shows invisible characters helps to find it.
      """,
    bad: RuleExample([
      "index.md": """
      Refund⟦\\x{E2}\\x{80}\\x{8B}⟧s are checked by a person.
      """
    ]),
    good: .fixing(["index.md": ("Refund\\x{E2}\\x{80}\\x{8B}s are checked by a person.", "Refunds are checked by a person.")]))
}
