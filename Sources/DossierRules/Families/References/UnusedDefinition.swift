import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let unusedDefinition = Rule(
    .unusedDefinition, .references, .note, title: "each definition of a link is used", clauses: ["7.5.3"],
    explanation: """
      A line `[label]: address` defines the address of the links `[text][label]` in the same file. The line itself is \
      not shown. If no link uses the label, the reader never sees the address. Often the label of the link is \
      misspelt, or the link was removed. Refer to the label, or remove the line.
      """,
    bad: RuleExample([
      "index.md": """
      Returns follow the rules.

      [⟦rules⟧]: rules.md
      """,
      "rules.md": "# Rules for returns",
    ]),
    good: .fixing(["index.md": ("Returns follow the rules.", "Returns follow [the rules][rules].")]))
}
