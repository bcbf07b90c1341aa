import DossierMarkup
import DossierText

extension Rules {
  /// Reported while YAML is read.
  static let yamlLimit = Rule(
    .yamlLimit, .format, .error, title: "YAML stays within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      YAML is read to a depth of 16 levels, in lines of up to 32 KiB, up to 10 000 values in front matter and 200 000 in a \
      file of its own. No honest record comes near, and without bounds one file could exhaust the machine. Of a text beyond \
      them nothing is read. Divide it into several files or lines, or keep measurements in CSV.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      x-levels: \\repeat{[|15}⟦[⟧low\\repeat{]|16}
      ---
      """
    ]),
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      x-levels: [low]
      ---
      """
    ]))
}
