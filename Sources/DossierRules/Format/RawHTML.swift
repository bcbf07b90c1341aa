import DossierMarkup
import DossierText

extension Rules {
  /// Reported while Markdown is read.
  static let rawHTML = Rule(
    .rawHTML, .format, .warning, title: "prose is Markdown, without raw HTML",
    clauses: ["7.5.2"],
    explanation: """
      HTML in a text could load scripts, send data to other hosts or hide parts of a page, so none of it reaches the \
      site: it is shown as the letters it consists of. Comments are shown too, because a reader of the site must see \
      what the file says. Write the same in Markdown, or remove it.
      """,
    bad: RuleExample([
      "index.md": """
      Returns are free.⟦<br>⟧Refunds take a week.
      """
    ]),
    good: RuleExample([
      "index.md": """
      Returns are free.

      Refunds take a week.
      """
    ]))
}
