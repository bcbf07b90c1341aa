import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the folder is scanned.
  static let symbolicLink = Rule(
    .symbolicLink, .format, .warning, title: "the workspace contains no symbolic links", clauses: ["7.5.3"],
    explanation: """
      A symbolic link can point to any file on the machine that builds the site, including files that must not be \
      published. Its target can be different on every machine. dossier reads only inside the workspace. It does not \
      follow the link, so it reads nothing through the link. Replace the link with a copy of the file.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a symbolic link to /srv/reports/report.pdf⟧
        """
      ], isRunnable: false),
    good: .fixing(["evidence/report.pdf": ("a symbolic link to /srv/reports/report.pdf", "the bytes of the report")]))
}
