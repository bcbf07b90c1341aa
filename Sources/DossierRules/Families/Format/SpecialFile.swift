import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the folder is scanned.
  static let specialFile = Rule(
    .specialFile, .format, .warning, title: "the workspace contains only regular files", clauses: ["7.5.3"],
    explanation: """
      dossier can read and copy only regular files. A pipe, a socket or a device has no content of its own. dossier \
      also needs names in UTF-8, because links cannot contain other names. dossier ignores all other files, so no rule \
      checks them and no page shows them. Remove a pipe, socket or device. If the name of a regular file or folder is \
      not in UTF-8, rename the file or folder.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a pipe, not a file⟧
        """
      ], isRunnable: false),
    good: .fixing(["evidence/report.pdf": ("a pipe, not a file", "the bytes of the report")]))
}
