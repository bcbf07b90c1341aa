import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let duplicateKey = Rule(
    .duplicateKey, .format, .error, title: "every key occurs once in a mapping", clauses: ["7.5.2"],
    explanation: """
      If a mapping has two values under one key, only one of them can count, and programs disagree about which one. \
      Different readers would then understand the record differently. Decide which value is right and remove the other \
      one. Until then, dossier uses the first value.
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
    good: .fixing(["concerns/cnc-001.md": ("raised: 2026-05-05\n---", "---")]))
}
