import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlSyntax = Rule(
    .yamlSyntax, .format, .error, title: "front matter and registers are valid YAML", clauses: ["7.5.2"],
    explanation: """
      If the YAML is invalid, dossier cannot read anything in it, and references to the record lead nowhere. The message \
      shows the place where the parser stopped. The cause is often there or on the line before. Often a value contains a \
      colon and a space and needs double quotes. Another common cause is a line with a different indentation from the \
      lines around it.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Returns⟦:⟧ answers sounded too sure
      raised: 2026-05-04
      ---
      """
    ]),
    good: .fixing([
      "concerns/cnc-001.md": ("title: Returns: answers sounded too sure", "title: \"Returns: answers sounded too sure\"")
    ]))
}
