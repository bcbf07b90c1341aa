import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let emptyValue = Rule(
    .emptyValue, .format, .error, title: "no key or list item is left empty", clauses: ["7.5.2"],
    explanation: """
      A key with nothing after it may mean that there is nothing to say, that nobody has said it yet, or that a line \
      was lost. The reader of a record must not have to guess. Write the value; where the field is optional and there \
      is nothing to say, remove the key.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ⟦channel⟧:
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
      channel: chat
      ---
      """
    ]))
}
