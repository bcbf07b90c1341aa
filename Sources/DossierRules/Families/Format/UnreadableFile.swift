import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the folder is scanned and its files are read.
  static let unreadableFile = Rule(
    .unreadableFile, .format, .error, title: "every file and folder in the workspace is readable", clauses: ["7.5.3"],
    explanation: """
      If dossier has no permission to read a file or folder, no rule checks the content and no page shows it. Nobody \
      can then tell what is missing. For this reason, the severity of this rule is `error`. Correct the permissions, \
      or move the file or folder out of the workspace.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a file that the build may not read⟧
        """
      ], isRunnable: false),
    good: .fixing(["evidence/report.pdf": ("a file that the build may not read", "the bytes of the report")]))
}
