import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let markdownLimit = Rule(
    .markdownLimit, .format, .error, title: "Markdown is within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      A Markdown parser needs a very long time for some texts, for example with deep quotations, enormous tables or \
      very long paragraphs. For this reason, dossier measures every text before it parses the text. A text within the \
      limits takes at most one second. A text beyond the limits is shown as it was written, without formatting. Divide \
      the text. If a large table is the cause, move the table to a CSV file.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦\\repeat{> |33}as the customer wrote⟧
      """
    ]),
    good: .fixing(["index.md": ("\\repeat{> |33}as the customer wrote", "> as the customer wrote")]))
}
