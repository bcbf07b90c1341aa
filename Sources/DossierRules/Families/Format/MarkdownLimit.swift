import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let markdownLimit = Rule(
    .markdownLimit, .format, .error, title: "Markdown is within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      A Markdown parser needs a very long time for some texts, for example for 2 000 nested quotations or a table of a \
      million cells. For this reason, dossier estimates the cost of every block before the block is parsed. A text takes \
      at most one second. A block that costs too much is shown as it was written, without formatting. All other blocks of \
      the page are shown as usual. Long lines, tables and code blocks are not a reason: ordinary text of 4 MiB costs about \
      a third of what is allowed. The message says what makes the block expensive, and how to change it.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦\\repeat{> |33}as the customer wrote⟧
      """
    ]),
    good: .fixing(["index.md": ("\\repeat{> |33}as the customer wrote", "> as the customer wrote")]))
}
