import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let lostTableCell = Rule(
    .lostTableCell, .format, .warning, title: "no row of a table has more cells than the table has columns", clauses: ["7.5.2"],
    explanation: """
      The header of a Markdown table sets the number of columns. If a row has more cells, Markdown leaves out the rest \
      of the row, so the reader does not see it. Often a `|` inside a cell is meant as text. A `|` ends the cell even in \
      code. Add columns to the header, or write the `|` as `\\|`.
      """,
    bad: RuleExample([
      "index.md": """
      | Sign | Meaning |
      |---|---|
      | `a | b` | ⟦a or b⟧ |
      """
    ]),
    good: .fixing(["index.md": ("`a | b`", "`a \\| b`")]))
}
