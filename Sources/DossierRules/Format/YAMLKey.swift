import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let yamlKey = Rule(
    .yamlKey, .format, .error, title: "every key is a plain word",
    clauses: ["7.5.2"],
    explanation: """
      YAML lets a list or a mapping be a key. No field of a record has such a name, and most programs that read YAML cannot \
      hold one. It is usually a placeholder of a template, such as `{name}`, that nobody filled in, or a value in brackets \
      that stands where a key belongs. Write the key as a plain word before the colon, and a value that begins with a \
      bracket in double quotes.
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
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      x-remark: ask the legal team
      ---
      """
    ]))
}
