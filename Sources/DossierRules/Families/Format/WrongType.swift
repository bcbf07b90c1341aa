import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let wrongType = Rule(
    .wrongType, .format, .error, title: "every value has the type of its field", clauses: ["7.5.2"],
    explanation: """
      Each field has one type of value: a text, a number, `true` or `false`, a list or a mapping. A value of another \
      type cannot be counted, sorted or compared, and a guess could change the meaning of the record. The message names \
      the expected type. Write a list as `[a, b]` or with one dash per line. Write a number without a unit.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      tags: ⟦returns⟧
      ---
      """
    ]),
    good: .fixing(["concerns/cnc-001.md": ("tags: returns", "tags: [returns]")]))
}
