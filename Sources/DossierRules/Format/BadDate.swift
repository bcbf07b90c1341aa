import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let badDate = Rule(
    .badDate, .format, .error, title: "every date is a day that exists", clauses: ["7.5.2"],
    explanation: """
      Reviews, deadlines and the order of events are computed from dates, so a date must be one: year, month and day \
      as `2026-02-28`, and a day that the calendar has. A moment carries its time and its zone as well, as \
      `2026-03-31T14:05Z`. Correct the date; where the day is not known, leave an optional field out rather than \
      guess.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: ⟦2026-02-30⟧
      ---
      """
    ]),
    good: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-02-28
      ---
      """
    ]))
}
