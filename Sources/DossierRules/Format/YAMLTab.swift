import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let yamlTab = Rule(
    .yamlTab, .format, .error, title: "YAML is indented with spaces",
    clauses: ["7.5.2"],
    explanation: """
      How far a tab reaches is a matter of the editor, and in YAML the indent decides what belongs to what. For that \
      reason YAML forbids tabs at the start of a line, and nothing of the text is read. Replace each tab with two \
      spaces, and let the editor write spaces in YAML files.
      """,
    bad: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      risk:
      ⟦\t⟧acceptable: 6
      """
    ]),
    good: RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      risk:
        acceptable: 6
      """
    ]))
}
