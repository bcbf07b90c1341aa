import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveIncomplete = RuleID("objective-incomplete")
}

extension Rules {
  static let objectiveIncomplete = Rule(
    .objectiveIncomplete, .completeness, .warning,
    title: "an objective has a metric, a due date, a policy and an audience",
    clauses: ["6.2"],
    explanation: """
      An objective must have `metric`, `by`, `policy` and `communicated_to`. Clause 6.2 requires objectives that are \
      consistent with the policy, measurable where practicable, monitored and communicated. Clause 6.2 also requires \
      plans with a responsible person and a due date. An objective without a metric cannot be evaluated. Write the \
      missing fields. The measure, the target and the owner are required in every objective, so another rule checks \
      them.
      """,
    check: { facts, reporter in
      for (_, entry, objective) in facts.records(Objective.self) {
        let gaps = Gaps(
          of: entry,
          [
            ("a metric", "metric", objective.metric != nil),
            ("a due date", "by", objective.by != nil),
            ("the policy it supports", "policy", objective.policy != nil),
            ("the people who were told", "communicated_to", !objective.communicatedTo.isEmpty),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields, or withdraw the objective")
      }
    },
    bad: RuleExample([
      "obj-001.md": ExampleText.file(
        "objective", "⟦OBJ-001⟧", "Few wrong answers", "owner: ROL-001", "measure: wrong answers in a sample of 50",
        "target: {comparison: at-most, value: 2, unit: \"%\"}", "by: 2026-12-31", "policy: POL-001",
        "communicated_to: [all agents]"),
      "pol-001.md": ExampleText.policy(text: "We answer rightly or not at all."),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "obj-001.md": ExampleText.file(
        "objective", "OBJ-001", "Few wrong answers", "owner: ROL-001", "measure: wrong answers in a sample of 50",
        "target: {comparison: at-most, value: 2, unit: \"%\"}", "by: 2026-12-31", "policy: POL-001",
        "communicated_to: [all agents]",
        "metric: MTR-001"),
      "mtr-001.md": ExampleText.file("metric", "MTR-001", "Wrong answers", "unit: \"%\""),
      "pol-001.md": ExampleText.policy(text: "We answer rightly or not at all."),
      "roles.yaml": ExampleText.role,
    ]))
}
