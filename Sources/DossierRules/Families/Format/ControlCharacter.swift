import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let controlCharacter = Rule(
    .controlCharacter, .format, .error, title: "values contain no invisible characters", clauses: ["7.5.3"],
    explanation: """
      dossier shows values on pages, prints them in terminals and writes them to tables. A control character can show a \
      reader something other than the recorded value. So can a character that hides text or changes its direction. If \
      the YAML itself contains a character that YAML forbids, dossier reads nothing of that YAML. For other characters, \
      and for an escape such as `\\u0007`, dossier shows the number of the character in its place. Remove the character.
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
