import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let yamlAlias = Rule(
    .yamlAlias, .format, .error, title: "YAML is written without anchors, aliases and merge keys",
    clauses: ["7.5.2"],
    explanation: """
      YAML can name a value with `&name`, repeat it with `*name` and merge it with `<<`. Whoever reads one record \
      would have to look elsewhere to know what it says, a change in one place would silently change others, and a few \
      lines can unfold into gigabytes. Write the value out where it is needed.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: ⟦&title⟧ Answers about returns sounded too sure
      raised: 2026-05-04
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
