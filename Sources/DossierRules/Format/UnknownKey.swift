import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let unknownKey = Rule(
    .unknownKey, .format, .error, title: "every key is a field of its kind", clauses: ["7.5.2"],
    explanation: """
      A misspelt key looks like a statement and is none: the value stands in the file and on no page. For that reason \
      nothing unknown is passed over. Correct the key; `dossier schema KIND` lists the fields. Fields of your own \
      begin with `x-` and are kept and shown as they are.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      ⟦chanel⟧: chat
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
