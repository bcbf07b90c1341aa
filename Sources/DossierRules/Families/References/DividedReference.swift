import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let dividedReference = Rule(
    .dividedReference, .references, .warning, title: "no `|` of a table divides a reference", clauses: ["7.5.3"],
    explanation: """
      In `[[RSK-001|label]]`, the `|` separates the id from the label. In a table, the same character ends a cell. So \
      Markdown divides the reference into two cells, and the reference is lost. Write `[[RSK-001\\|label]]` in a table.
      """,
    bad: RuleExample([
      "index.md": """
      | Control | Topic |
      |---|---|
      | [[A.6.2.6⟦|⟧monitoring]] | operation |
      """
    ]),
    good: .fixing(["index.md": ("A.6.2.6|monitoring", "A.6.2.6\\|monitoring")]))
}
