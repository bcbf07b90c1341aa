import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let controlCharacter = Rule(
    .controlCharacter, .format, .error, title: "no value holds a character that cannot be seen", clauses: ["7.5.3"],
    explanation: """
      A value is shown on pages, printed in terminals and written to tables. A control character in it, or one that hides \
      text or turns its direction, would make a reader see something else than what was recorded. Where one that YAML \
      forbids stands in the text itself, nothing of the text is read; of other ones and of an escape such as `\\u0007` the \
      number is shown in its place. Remove it.
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
