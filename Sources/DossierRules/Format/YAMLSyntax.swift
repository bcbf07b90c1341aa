import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let yamlSyntax = Rule(
    .yamlSyntax, .format, .error, title: "front matter and registers are valid YAML", clauses: ["7.5.2"],
    explanation: """
      Where the YAML cannot be read, nothing in it is known, and everything that points to the record points to \
      nothing. The place is where the parser gave up; the cause is often there or on the line before. Most often a \
      value holds a colon and a space and needs double quotes, or a line is indented differently from its neighbours.
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
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: "Returns: answers sounded too sure"
      raised: 2026-05-04
      ---
      """
    ]))
}
