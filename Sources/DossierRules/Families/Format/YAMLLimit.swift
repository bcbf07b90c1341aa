import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlLimit = Rule(
    .yamlLimit, .format, .error, title: "YAML is within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      dossier reads YAML up to 16 nested levels and in lines of up to 32 KiB. It reads up to 10 000 values in front \
      matter and 200 000 in a YAML file. Normal records are far below these limits. Without limits, one file could use \
      up the resources of the machine. If a text exceeds a limit, dossier reads nothing of it. Of a register, dossier \
      reads the first 10 000 records. Divide the text into several files or lines, or keep measurements in CSV files.
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
    good: .fixing(["concerns/cnc-001.md": ("x-levels: \\repeat{[|15}[low\\repeat{]|16}", "x-levels: [low]")]))
}
