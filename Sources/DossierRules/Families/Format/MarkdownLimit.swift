import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let markdownLimit = Rule(
    .markdownLimit, .format, .error, title: "Markdown is within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      Some short texts take a Markdown parser a very long time: deep quotations, enormous tables, paragraphs of many \
      thousand bytes. dossier measures every text before it parses it, so a text within the limits takes at most one \
      second. A text beyond the limits is shown as it was written, without formatting. Divide the text, or keep a large \
      table as a CSV file.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦\\repeat{> |33}as the customer wrote⟧
      """
    ]),
    good: .fixing(["index.md": ("\\repeat{> |33}as the customer wrote", "> as the customer wrote")]))
}
