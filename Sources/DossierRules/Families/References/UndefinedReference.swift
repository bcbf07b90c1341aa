import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while Markdown is parsed.
  static let undefinedReference = Rule(
    .undefinedReference, .references, .warning, title: "each label of a link has a definition", clauses: ["7.5.3"],
    explanation: """
      Markdown has two forms of links. `[text](address)` contains the address. `[text][label]` refers to a line \
      `[label]: address` in the same file. If no such line exists, the site and git hosts show the brackets as text, \
      and the reader has no link. Often the label or its definition is misspelt. Correct the label, or add the line.
      """,
    bad: RuleExample([
      "index.md": """
      Returns follow [the rules]⟦[rulse]⟧. Refunds follow [our rules][rules].

      [rules]: rules.md
      """,
      "rules.md": "# Rules for returns",
    ]),
    good: .fixing(["index.md": ("[rulse]", "[rules]")]))
}
