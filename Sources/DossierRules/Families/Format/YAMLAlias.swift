import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlAlias = Rule(
    .yamlAlias, .format, .error, title: "YAML contains no anchors, aliases or merge keys",
    clauses: ["7.5.2"],
    explanation: """
      YAML can name a value with `&name`, repeat it with `*name` and merge it with `<<`. A reader of one record would \
      then have to look elsewhere to understand it. A change in one place would silently change other places, and a few \
      lines can expand to gigabytes. Write the value in full wherever it is needed.
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
    good: .fixing([
      "concerns/cnc-001.md": (
        "title: &title Answers about returns sounded too sure",
        "title: Answers about returns sounded too sure"
      )
    ]))
}
