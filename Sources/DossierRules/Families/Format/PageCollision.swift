import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the site is planned.
  static let pageCollision = Rule(
    .pageCollision, .format, .error, title: "every page has a unique file name", clauses: ["7.5.3"],
    explanation: """
      dossier makes the file names of the site from ids and paths, in lower case, because some systems do not \
      distinguish `A` from `a`. If two sources get the same name, one page would replace the other without a message. \
      The first source keeps the name. The other source gets an address with a checksum, which readers cannot guess. \
      Rename one of the two.
      """,
    bad: RuleExample(
      [
        "handbook/Returns.md": """
        # Returns
        """,
        "handbook/returns.md": """
        ⟦# How returns work⟧
        """,
      ], isRunnable: false),
    good: RuleExample(
      [
        "handbook/returns.md": """
        # Returns
        """,
        "handbook/returns-process.md": """
        # How returns work
        """,
      ], isRunnable: false))
}
