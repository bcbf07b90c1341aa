import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let duplicateKey = Rule(
    .duplicateKey, .format, .error, title: "no key stands twice in one mapping", clauses: ["7.5.2"],
    explanation: """
      Of two values under one key only one can count, and programs disagree about which. A record that different \
      readers understand differently is no record. Decide which value is right and remove the other; until then the \
      first one is read.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ⟦raised⟧: 2026-05-05
      ---
      """
    ]),
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """
    ]))
}
