import DossierMarkup
import DossierText

extension Rules {
  /// Reported while a Markdown file is read.
  static let unterminatedFrontMatter = Rule(
    .unterminatedFrontMatter, .format, .error, title: "front matter is closed", clauses: ["7.5.2"],
    explanation: """
      A first line of three dashes opens the front matter, and the next line of three dashes closes it. Without the second \
      nobody can tell the fields from the text, so nothing of the record is read. Put a line `---` after the last field. A \
      page that begins with a horizontal rule and has no fields needs an empty line before it.
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
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """
    ]))
}
