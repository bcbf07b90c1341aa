import DossierText

extension Rules {
  /// Reported while the folder is scanned.
  static let specialFile = Rule(
    .specialFile, .format, .warning, title: "the workspace holds only regular files", clauses: ["7.5.3"],
    explanation: """
      Only regular files can be read, copied and digested. A pipe, a socket or a device has no content of its own, and a \
      name that is not UTF-8 cannot be written into a link. It is left out of the dossier, and so is everything that only \
      it would have said. Remove it, or give it a name in UTF-8.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a pipe, not a file⟧
        """
      ], isRunnable: false),
    good: RuleExample(
      [
        "evidence/report.pdf": """
        the bytes of the report
        """
      ], isRunnable: false))
}
