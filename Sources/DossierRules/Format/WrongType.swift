import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let wrongType = Rule(
    .wrongType, .format, .error, title: "every value has the form of its field", clauses: ["7.5.2"],
    explanation: """
      Each field holds one form of value: a text, a number, `true` or `false`, a list, a mapping. Another form cannot \
      be counted, sorted or compared, and guessing would change what the record says. The message names the form that \
      is meant. A list may be written `[a, b]` or with one dash a line; a number has no unit beside it.
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
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      tags: [returns]
      ---
      """
    ]))
}
