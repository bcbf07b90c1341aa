import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a Markdown file is parsed.
  static let frontMatterForm = Rule(
    .frontMatterForm, .prose, .note, title: "text between two lines `---` at the start of a file is front matter",
    clauses: ["7.5.2"],
    explanation: """
      A file that begins with `---` usually begins with front matter: fields such as `title: AI policy`. In Markdown, the \
      same line is also a horizontal rule. If the text between the first two such lines has no fields, dossier shows this \
      text as a part of the page, so that no text is lost. Other programs may hide the text. If the text is front matter, \
      write `key: value` on each line. If the line is a horizontal rule, write `***`.
      """,
    bad: RuleExample([
      "index.md": """
      ⟦---⟧
      A person decides about every complaint.
      ---

      # Complaints
      """
    ]),
    good: .fixing([
      "index.md": (
        "---\nA person decides about every complaint.\n---\n", "***\nA person decides about every complaint.\n\n***\n"
      )
    ]))
}
