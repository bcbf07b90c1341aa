import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let badDuration = Rule(
    .badDuration, .format, .error, title: "every duration is given in years, months, weeks or days", clauses: ["7.5.2"],
    explanation: """
      dossier computes the due dates of reviews and measurements from durations. Write a duration in ISO 8601 form: \
      `P1Y` is one year, `P6M` six months, `P2W` two weeks, `P90D` ninety days. You can also write a number and a unit, \
      such as `6 months`, or one of `weekly`, `monthly`, `quarterly`, `half-yearly` and `yearly`. Hours and minutes are \
      not accepted, because dossier works with whole days. `biannual` is not accepted either: it can mean half a year or \
      two years.
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
    good: .fixing(["concerns/cnc-001.md": ("review_cycle: biannual", "review_cycle: P1Y")]))
}
