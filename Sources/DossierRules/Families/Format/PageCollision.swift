import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the site is planned.
  static let pageCollision = Rule(
    .pageCollision, .format, .error, title: "every page has a unique file name", clauses: ["7.5.3"],
    explanation: """
      dossier makes the file names of the site from ids and paths. File names are in lower case, because some \
      systems do not distinguish `A` from `a`. This rule reports two sources that would get the same file name. \
      The page of the first source keeps the name. The page of the other source gets a name with a checksum, so \
      no page is lost. But readers cannot guess this name. Rename one of the two sources.
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
