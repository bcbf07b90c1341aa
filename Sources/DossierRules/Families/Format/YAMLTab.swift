import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlTab = Rule(
    .yamlTab, .format, .error, title: "YAML is indented with spaces",
    clauses: ["7.5.2"],
    explanation: """
      In YAML, the indentation shows which values belong together, but the width of a tab depends on the editor. YAML \
      therefore forbids tabs at the start of a line, and dossier reads nothing of the text. Replace each tab with two \
      spaces, and set the editor to write spaces in YAML files.
      """,
    bad: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      risk:
      ⟦\t⟧acceptable: 6
      """
    ]),
    good: .fixing(["dossier.yaml": ("\tacceptable: 6", "  acceptable: 6")]))
}
