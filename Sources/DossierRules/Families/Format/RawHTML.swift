import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let rawHTML = Rule(
    .rawHTML, .format, .warning, title: "Markdown text contains no raw HTML",
    clauses: ["7.5.2"],
    explanation: """
      HTML in a text could load scripts, send data to other hosts or hide parts of a page. dossier therefore shows raw \
      HTML as text. It shows comments too, because a reader of the site must see everything in the file. Write the same \
      content in Markdown, or remove it.
      """,
    bad: RuleExample([
      "index.md": """
      Returns are free.⟦<br>⟧Refunds take a week.
      """
    ]),
    good: .fixing(["index.md": ("Returns are free.<br>Refunds take a week.", "Returns are free.\n\nRefunds take a week.")]))
}
