import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let htmlComment = Rule(
    .htmlComment, .format, .note, title: "Markdown text contains no HTML comments",
    clauses: ["7.5.3"],
    explanation: """
      Authors use HTML comments for notes to themselves and for other programs. The site, the search and the evidence package \
      never contain HTML comments. But everyone who can read the repository can read them, and an approval covers them. This \
      note counts the comments of a file, so that nobody expects their content on the site. Move what readers must know into the \
      text. Leave comments for other programs as they are.
      """,
    bad: RuleExample([
      "index.md": """
      Returns are free.

      ⟦<!-- Ask the lawyers whether this is still true. -->⟧
      """
    ]),
    good: .fixing(["index.md": ("\n\n<!-- Ask the lawyers whether this is still true. -->", "")]))
}
