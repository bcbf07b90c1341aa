import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlKey = Rule(
    .yamlKey, .format, .error, title: "every key is a plain word",
    clauses: ["7.5.2"],
    explanation: """
      YAML allows a list or a mapping as a key. dossier allows only a plain word as a key, and most programs cannot \
      read other keys. The usual cause is a placeholder of a template, such as `{name}`, that nobody filled in. \
      Another cause is text in brackets before a colon. If the text is a key, write a plain word before the colon. If \
      the text is a value that begins with a bracket, put the value in double quotes.
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
