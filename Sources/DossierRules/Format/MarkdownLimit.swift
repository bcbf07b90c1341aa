import DossierMarkup
import DossierText

extension Rules {
  /// Reported while Markdown is read.
  static let markdownLimit = Rule(
    .markdownLimit, .format, .error, title: "Markdown stays within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      Some short texts cost a Markdown parser a very long time: deep quotations, enormous tables, paragraphs of many \
      thousand bytes. Every text is measured before it is parsed, so that anything within the limits costs at most a \
      second. A text beyond them is shown as it was written, without its form. Divide it, or keep a large table as a \
      CSV file.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦\\repeat{> |33}as the customer wrote⟧
      """
    ]),
    good: RuleExample([
      "index.md": """
      > as the customer wrote
      """
    ]))
}
