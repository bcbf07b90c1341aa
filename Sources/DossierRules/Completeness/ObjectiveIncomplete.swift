import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveIncomplete = RuleID("objective-incomplete")
}

extension Rules {
  static let objectiveIncomplete = Rule(
    .objectiveIncomplete, .completeness, .warning,
    title: "an objective can be measured, has a day and is known to those concerned",
    clauses: ["6.2"],
    explanation: """
      Clause 6.2 asks for objectives that fit the policy, are measured where practicable, monitored and communicated, with \
      an owner and a time. Measure, target and owner every objective here must have; this rule asks for the rest: the metric \
      that shows it, the day, the policy it serves and who has been told. An objective nobody measures is a wish.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, objective) in facts.records(Objective.self) {
      let gaps = Gaps([
        "what shows it (`metric`)": objective.metric != nil,
        "the day (`by`)": objective.by != nil,
        "the policy it serves (`policy`)": objective.policy != nil,
        "who has been told (`communicated_to`)": !objective.communicatedTo.isEmpty,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not give \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "add what is missing, or give the objective up")
    }
  }
}
