import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a Markdown file is parsed.
  static let unterminatedFrontMatter = Rule(
    .unterminatedFrontMatter, .format, .error, title: "front matter has a closing line", clauses: ["7.5.2"],
    explanation: """
      A first line of three dashes opens the front matter, and the next line of three dashes closes it. Without the \
      closing line, dossier cannot separate the fields from the text and reads nothing of the record. Put a line `---` \
      after the last field. If a page begins with a horizontal rule and has no fields, insert an empty line before the \
      rule.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ⟦---⟧
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("raised: 2026-05-04", "raised: 2026-05-04\n---")]))
}
