import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let duplicateKey = Rule(
    .duplicateKey, .format, .error, title: "every key occurs once in a mapping", clauses: ["7.5.2"],
    explanation: """
      If a mapping has two values for one key, only one value can count, and programs disagree about which value \
      counts. Different programs would then read different values in the same record. Decide which value is right, and \
      remove the other value. Until then, dossier uses the first value.
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
