import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let controlCharacter = Rule(
    .controlCharacter, .format, .error, title: "no value holds a character that cannot be seen", clauses: ["7.5.3"],
    explanation: """
      A value is shown on pages, printed in terminals and written to tables. A control character in it, or one that \
      hides text or turns its direction, would make a reader see something else than what was recorded. It may stand \
      there as itself or as an escape such as `\\u0007`. Remove it; until then its number is shown in its place.
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
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: "Answers about returns sounded too sure"
      raised: 2026-05-04
      ---
      """
    ]))
}
