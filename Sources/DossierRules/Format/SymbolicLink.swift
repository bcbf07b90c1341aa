import DossierText

extension Rules {
  /// Reported while the folder is scanned.
  static let symbolicLink = Rule(
    .symbolicLink, .format, .warning, title: "the workspace holds no symbolic links", clauses: ["7.5.3"],
    explanation: """
      A symbolic link can point to anything on the machine that builds the site, also to what is not meant to be \
      published, and it means something else on every machine. Reading stays inside the workspace, so a link is not \
      followed and what it points to is not part of the dossier. Put a copy of the file in its place.
      """,
    bad: RuleExample(
      [
        "evidence/report.pdf": """
        ⟦a symbolic link to /srv/reports/report.pdf⟧
        """
      ], isRunnable: false),
    good: RuleExample(
      [
        "evidence/report.pdf": """
        the bytes of the report
        """
      ], isRunnable: false))
}
