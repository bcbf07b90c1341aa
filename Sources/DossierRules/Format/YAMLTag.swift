import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let yamlTag = Rule(
    .yamlTag, .format, .error, title: "YAML is written without explicit types",
    clauses: ["7.5.2"],
    explanation: """
      A tag such as `!!str` or `!include` tells a program to read a value in a special way, and programs differ in \
      what they then do; some run code. Here the kind of the record alone says what a field holds. Remove the tag; \
      quote a value that would otherwise be taken for something else.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      channel: ⟦!⟧!str chat
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
      channel: chat
      ---
      """
    ]))
}
