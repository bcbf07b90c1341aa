import DossierMarkup
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while YAML is parsed.
  static let yamlLimit = Rule(
    .yamlLimit, .format, .error, title: "YAML is within the limits of the parser",
    clauses: ["7.5.3"],
    explanation: """
      dossier accepts YAML with up to 16 nested levels and with lines of up to 32 KiB. Front matter can have up to \
      10 000 values, and a YAML file can have up to 200 000. Normal records are far below these limits. Without \
      limits, one file could use up the resources of the machine. If front matter or a YAML file exceeds a limit, \
      dossier reads no part of it. Divide the content into several files or shorter lines. Move long series of \
      measurements to CSV files.
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
