import DossierText

extension Rules {
  /// Reported while the folder is scanned.
  static let specialFile = Rule(
    .specialFile, .format, .warning, title: "the workspace holds only readable files", clauses: ["7.5.3"],
    explanation: """
      Only regular files can be read, copied and digested. A pipe, a socket or a device has no content of its own, and \
      a file without permission to read cannot be shown to anybody. It is left out of the dossier, and so is \
      everything that only it would have said. Remove it, or correct its permissions.
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
