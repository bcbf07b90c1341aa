import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let unreadRecord = Rule(
    .unreadRecord, .format, .error, title: "every file that looks like a record is read as one", clauses: ["7.5.2", "7.5.3"],
    explanation: """
      dossier reads a record from the front matter of a file whose name ends in `.md`. Front matter is YAML between two \
      lines `---`, and the first of these lines is the first line of the file. The same fields in another form or place \
      are not read. Examples are fields after a blank line or a comment, in TOML, in a code block, or in a file `risk.mdx`. \
      Nothing then checks or counts the record, and no list contains it. dossier reports such a file and shows it as a \
      page, with its fields as code. Write the fields as front matter at the start of the file.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """

      ⟦---⟧
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ---
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("\n---\nkind: concern", "---\nkind: concern")]))
}
