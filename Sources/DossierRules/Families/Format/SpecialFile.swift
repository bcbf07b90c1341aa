import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the folder is scanned.
  static let specialFile = Rule(
    .specialFile, .format, .warning, title: "the workspace contains only regular files", clauses: ["7.5.3"],
    explanation: """
      dossier can read and copy only regular files. A pipe, a socket or a device has no content of its own. The \
      name of a file or folder must be in UTF-8, because a link cannot contain any other name. This rule reports \
      a file or folder that dossier therefore ignores: no rule checks it, and no page shows it. Remove a pipe, \
      socket or device. If the name of a regular file or folder is not in UTF-8, rename the file or folder.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a pipe, not a file⟧
        """
      ], isRunnable: false),
    good: .fixing(["evidence/report.pdf": ("a pipe, not a file", "the bytes of the report")]))
}
