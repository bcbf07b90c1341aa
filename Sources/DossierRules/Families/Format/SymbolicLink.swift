import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the folder is scanned.
  static let symbolicLink = Rule(
    .symbolicLink, .format, .warning, title: "the workspace contains no symbolic links", clauses: ["7.5.3"],
    explanation: """
      A symbolic link can point to any file on the machine that builds the site, including files that must not be \
      published. The target of the link can be different on every machine. dossier reads only files inside the \
      workspace and reads no file through a symbolic link. A link in a text that leads through a symbolic link to a \
      file of the workspace works. Replace the symbolic link with a copy of its target.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a symbolic link to /srv/reports/report.pdf⟧
        """
      ], isRunnable: false),
    good: .fixing(["evidence/report.pdf": ("a symbolic link to /srv/reports/report.pdf", "the bytes of the report")]))
}
