import DossierText

extension Rules {
  /// Reported while the folder is scanned.
  static let unreadableFile = Rule(
    .unreadableFile, .format, .error, title: "the workspace can be read as a whole", clauses: ["7.5.3"],
    explanation: """
      A file or folder without permission to read cannot be judged, shown or digested. Whatever it says is missing from \
      the dossier, and nobody can tell what that is, so this is an error and not a remark. Correct its permissions, or \
      move it out of the workspace.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a file that the build may not read⟧
        """
      ], isRunnable: false),
    good: RuleExample(
      [
        "evidence/report.pdf": """
        the bytes of the report
        """
      ], isRunnable: false))
}
