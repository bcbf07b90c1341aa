import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlSyntax = Rule(
    .yamlSyntax, .format, .error, title: "front matter and registers are valid YAML", clauses: ["7.5.2"],
    explanation: """
      If YAML is invalid, dossier cannot read the records in it, and references to these records lead nowhere. The \
      message shows the place where the parser stopped. The mistake is often at this place or on the line before. A \
      common mistake is a value that contains a colon and a space: write such a value in double quotes. Another common \
      mistake is a line with a different indentation from the lines around it: correct the indentation.
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
