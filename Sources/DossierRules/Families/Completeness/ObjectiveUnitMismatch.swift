import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveUnitMismatch = RuleID("objective-unit-mismatch")
}

extension Rules {
  static let objectiveUnitMismatch = Rule(
    .objectiveUnitMismatch, .completeness, .warning, title: "the target of an objective and its metric have the same unit",
    clauses: ["6.2", "9.1"],
    explanation: """
      The unit of an objective's target must be the same as the unit of its metric. A target in one unit cannot be \
      compared with measurements in another unit. Often the unit was changed in only one of the two records. Use the \
      same unit in both records, with the same spelling. This rule compares only the first word of each unit, so `%` \
      and `% of refunds` count as the same unit.
      """,
    check: { facts, reporter in
      for (position, entry, objective) in facts.records(Objective.self) {
        for metric in facts.records(Metric.self, referredToBy: position, in: "metric")
        where ObjectiveState.unit(metric.record.unit) != ObjectiveState.unit(objective.target.unit) {
          reporter.report(
            "\(entry.named) has its target in `\(objective.target.unit)`, but \(metric.entry.id) measures in `\(metric.record.unit)`",
            at: entry.path, entry.span(of: "target.unit"),
            others: [.init(metric.entry.path, metric.entry.span(of: "unit"), "the unit of the metric")],
            help: "use the same unit in both records, with the same spelling")
        }
      }
    },
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
    ]))
}
