import DossierText

extension Rules {
  /// The diagnostics of this rule are reported after all files are parsed.
  static let missingConfiguration = Rule(
    .missingConfiguration, .format, .note, title: "the workspace has a `dossier.yaml`", clauses: ["4.3"],
    explanation: """
      `dossier.yaml` states the organisation, what the management system covers, which frameworks are in use and how \
      risks are evaluated. dossier can also build a folder of Markdown files without `dossier.yaml`. But then the site \
      names no organisation, and dossier uses its defaults. Write `dossier.yaml`, or let `dossier init` write this \
      file.
      """,
    bad: RuleExample(
      [
        "policies/ai-policy.md": """
        # AI policy
        """
      ], isRunnable: false),
    good: RuleExample(
      [
        "dossier.yaml": """
        organisation: Example Ltd
        """,
        "policies/ai-policy.md": """
        # AI policy
        """,
      ], isRunnable: false))
}
