import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let controlCharacter = Rule(
    .controlCharacter, .format, .error, title: "values contain no invisible characters", clauses: ["7.5.3"],
    explanation: """
      dossier shows values on pages, prints them in terminals and writes them to tables. An invisible character \
      can make a reader see something other than the recorded value. Examples are control characters, and \
      characters that hide text or change the direction of text. If front matter or a YAML file contains a \
      character that YAML forbids, dossier does not read that front matter or file. dossier reads other \
      invisible characters, and escapes such as `\\u0007`. On pages and in terminals, it shows the code point of \
      such a character instead, for example `<U+0007>`. Remove the character.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: "⟦Answers about returns\\u0007 sounded too sure⟧"
      raised: 2026-05-04
      ---
      """
    ]),
    good: .fixing([
      "concerns/cnc-001.md": (
        "title: \"Answers about returns\\u0007 sounded too sure\"",
        "title: \"Answers about returns sounded too sure\""
      )
    ]))
}
