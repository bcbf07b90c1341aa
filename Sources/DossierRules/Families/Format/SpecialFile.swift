import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the folder is scanned.
  static let specialFile = Rule(
    .specialFile, .format, .warning, title: "the workspace contains only regular files", clauses: ["7.5.3"],
    explanation: """
      dossier can read, copy and digest only regular files. A pipe, a socket or a device has no content of its own. A \
      name that is not UTF-8 cannot be written into a link. dossier ignores all these files, so no rule checks them and \
      no page shows them. Remove the file, or give it a name in UTF-8.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a pipe, not a file⟧
        """
      ], isRunnable: false),
    good: .fixing(["evidence/report.pdf": ("a pipe, not a file", "the bytes of the report")]))
}
