import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let badDuration = Rule(
    .badDuration, .format, .error, title: "every duration is written as years, months, weeks or days", clauses: ["7.5.2"],
    explanation: """
      Due dates of reviews and measurements are computed from durations. They are written as in ISO 8601 (`P1Y` is a \
      year, `P6M` half a year, `P2W` two weeks, `P90D` ninety days), or in words: a number and a unit, such as `6 months`, \
      or `weekly`, `monthly`, `quarterly`, `half-yearly`, `yearly`. Hours and minutes are not read, because everything \
      here is judged by the day; nor is `biannual`, which to some is half a year and to others two years.
      """,
    bad: RuleExample([
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      review_cycle: ⟦biannual⟧
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
      review_cycle: P1Y
      ---
      """
    ]))
}
