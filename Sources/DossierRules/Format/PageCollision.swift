import DossierText

extension Rules {
  /// Reported while the site is planned.
  static let pageCollision = Rule(
    .pageCollision, .format, .error, title: "every page has a file name of its own", clauses: ["7.5.3"],
    explanation: """
      The names of the site's files are made from ids and paths, in lower case, because some systems do not tell `A` \
      from `a`. Where two sources come to the same name, one page would replace the other without a trace. The first \
      keeps the name; the other gets an address with a checksum in it, which nobody would guess. Rename one of the two.
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
