import DossierMarkup
import DossierText

extension Rules {
  /// Reported while a file is read.
  static let fileTooLarge = Rule(
    .fileTooLarge, .format, .error, title: "files and front matter stay within their limits",
    clauses: ["7.5.3"],
    explanation: """
      Every input is bounded, so that no file can stop the build or exhaust the machine: front matter is read up to 64 KiB, \
      a YAML file up to 1 MiB, a Markdown file up to 4 MiB. What is longer is not read at all, because half a record would \
      be worse than none. Move long text below the front matter, divide a register into several files, and keep \
      measurements in CSV files.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ⟦---⟧
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      outcome: |
      \\repeat{  The assistant named the wrong period.
      |1700}---
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

      \\repeat{The assistant named the wrong period.

      |1700}
      """
    ]))
}
