import DossierText

extension Rules {
  /// The diagnostics of this rule are reported after all files are parsed.
  static let missingConfiguration = Rule(
    .missingConfiguration, .format, .note, title: "the workspace has a `dossier.yaml`", clauses: ["4.3"],
    explanation: """
      A folder of Markdown files builds without `dossier.yaml`. But nothing then states whose management system it is, \
      what it covers, which frameworks are in use and how risks are evaluated. Without the file, the site names no \
      organisation and uses the defaults. Write `dossier.yaml`, or let `dossier init` write it.
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
