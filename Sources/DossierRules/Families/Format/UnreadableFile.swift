import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the folder is scanned and its files are read.
  static let unreadableFile = Rule(
    .unreadableFile, .format, .error, title: "every file and folder in the workspace is readable", clauses: ["7.5.3"],
    explanation: """
      dossier cannot check, show or digest a file or folder without read permission. No rule checks its content and no \
      page shows it, and nobody can tell what is missing. For this reason, the rule is an error and not a note. Correct \
      the permissions, or move the file or folder out of the workspace.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a file that the build may not read⟧
        """
      ], isRunnable: false),
    good: .fixing(["evidence/report.pdf": ("a file that the build may not read", "the bytes of the report")]))
}
