import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while the files are parsed.
  static let fileTooLarge = Rule(
    .fileTooLarge, .format, .error, title: "files and front matter are within their size limits",
    clauses: ["7.5.3"],
    explanation: """
      dossier reads front matter up to 64 KiB, a YAML file up to 1 MiB and a Markdown file up to 4 MiB. Without these \
      limits, one file could stop the build or use up the resources of the machine. dossier reads nothing of longer \
      front matter or a larger file, because an incomplete record would be misleading. Move long text below the front \
      matter, divide a register into several files, and keep measurements in CSV files.
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
