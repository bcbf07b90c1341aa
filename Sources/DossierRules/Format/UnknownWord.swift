import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let unknownWord = Rule(
    .unknownWord, .format, .error, title: "closed vocabularies are kept to", clauses: ["7.5.2"],
    explanation: """
      Some fields take one word out of a few, so that records can be counted, filtered and compared: a status, a \
      treatment, a severity. Another word, even one that means the same, would fall out of every count. Choose one of \
      the words that the message lists.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      status: ⟦acttive⟧
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
      status: active
      ---
      """
    ]))
}
