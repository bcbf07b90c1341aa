import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlTag = Rule(
    .yamlTag, .format, .error, title: "YAML contains no explicit type tags",
    clauses: ["7.5.2"],
    explanation: """
      A tag such as `!!str` or `!include` tells a program to read a value in a special way. Programs treat tags \
      differently, and some run code. In dossier, only the kind of the record determines the type of a field. Remove the \
      tag. Put a value in quotes if it would otherwise be read as another type.
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
    good: .fixing(["concerns/cnc-001.md": ("channel: !!str chat", "channel: chat")]))
}
