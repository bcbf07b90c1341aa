import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveUnitMismatch = RuleID("objective-unit-mismatch")
}

extension Rules {
  static let objectiveUnitMismatch = Rule(
    .objectiveUnitMismatch, .completeness, .warning, title: "an objective's target and its metric have the same unit",
    clauses: ["6.2", "9.1"],
    explanation: """
      A target in one unit and readings in another cannot be held against each other, by a person or by this program. Often \
      one of them was changed and the other not. Bring both to the same unit, written in the same way; the first word is \
      compared, so that `%` and `% of refunds` are the same.
      """,
    bad: RuleExample([
      "obj-001.md": ExampleText.file(
        "objective", "OBJ-001", "Few wrong answers", "owner: ROL-001", "measure: wrong answers in a sample of 50",
        "target: {comparison: at-most, value: 1, unit: ⟦answers⟧}", "metric: MTR-001"),
      "mtr-001.md": ExampleText.file("metric", "MTR-001", "Wrong answers", "unit: \"%\""),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "obj-001.md": ExampleText.file(
        "objective", "OBJ-001", "Few wrong answers", "owner: ROL-001", "measure: wrong answers in a sample of 50",
        "target: {comparison: at-most, value: 2, unit: \"%\"}", "metric: MTR-001"),
      "mtr-001.md": ExampleText.file("metric", "MTR-001", "Wrong answers", "unit: \"%\""),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (position, entry, objective) in facts.records(Objective.self) {
      for metric in facts.records(Metric.self, referredToBy: position, in: "metric")
      where ObjectiveState.unit(metric.record.unit) != ObjectiveState.unit(objective.target.unit) {
        reporter.report(
          "\(entry.named) is set in `\(objective.target.unit)`, and \(metric.entry.id) is measured in `\(metric.record.unit)`",
          at: entry.path, entry.span(of: "target.unit"),
          others: [.init(metric.entry.path, metric.entry.span(of: "unit"), "the unit of the readings")],
          help: "give both the same unit, written in the same way")
      }
    }
  }
}
