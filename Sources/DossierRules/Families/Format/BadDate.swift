import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let badDate = Rule(
    .badDate, .format, .error, title: "every date is a valid calendar date", clauses: ["7.5.2"],
    explanation: """
      A date has a year, a month and a day, such as `2026-02-28`, and the calendar contains that day. A moment also has \
      a time and a time zone, such as `2026-03-31T14:05Z`. dossier computes reviews, deadlines and the order of events \
      from dates, so a wrong date makes these results wrong. Correct the date. If the day is not known and the field is \
      optional, remove the field; do not guess.
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
    good: .fixing(["concerns/cnc-001.md": ("raised: 2026-02-30", "raised: 2026-02-28")]))
}
