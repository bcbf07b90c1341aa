import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlKey = Rule(
    .yamlKey, .format, .error, title: "every key is a plain word",
    clauses: ["7.5.2"],
    explanation: """
      YAML allows a list or a mapping as a key. No field of a record has such a key, and most programs that read YAML \
      cannot represent one. The usual cause is a placeholder of a template, such as `{name}`, that was not filled in. \
      Another cause is a value in brackets in the place of a key. Write the key as a plain word before the colon. Put a \
      value that begins with a bracket in double quotes.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ⟦[⟧x-remark]: ask the legal team
      ---
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("[x-remark]: ask the legal team", "x-remark: ask the legal team")]))
}
