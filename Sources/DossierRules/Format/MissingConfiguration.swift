import DossierText

extension Rules {
  /// Reported while the folder is scanned.
  static let missingConfiguration = Rule(
    .missingConfiguration, .format, .note, title: "the workspace has a `dossier.yaml`", clauses: ["4.3"],
    explanation: """
      An ordinary folder of Markdown builds as it is, but nothing in it says whose management system it is, what that \
      covers, which frameworks are in use and how risks are judged. Until a `dossier.yaml` says so, the site names no \
      organisation and uses the defaults. Write one, or let `dossier init` do it.
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
