import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let metricIncomplete = RuleID("metric-incomplete")
}

extension Rules {
  static let metricIncomplete = Rule(
    .metricIncomplete, .completeness, .warning,
    title: "a metric says where its values come from, how often, when to act and who looks",
    clauses: ["9.1", "A.6.2.6"],
    explanation: """
      Measuring needs more than a name. Clause 9.1 asks what is measured, how, when, and when the results are evaluated; \
      auditors then ask who looks at them and at which value somebody acts. Write `source`, `frequency`, `threshold` and \
      `reviewed_by`; a metric for information only can have a threshold that warns and none that fails.
      """,
    bad: RuleExample([
      "mtr-001.md": ExampleText.file("metric", "⟦MTR-001⟧", "Wrong answers", "unit: \"%\"", "frequency: P1M"),
      "question.md": ExampleText.mention(of: "MTR-001"),
    ]),
    good: RuleExample([
      "mtr-001.md": ExampleText.file(
        "metric", "MTR-001", "Wrong answers", "unit: \"%\"", "frequency: P1M", "source: {file: answers.csv}",
        "threshold: {warn: 2, fail: 3, direction: lower-is-better}", "reviewed_by: ROL-001"),
      "answers.csv": "date,value\n2026-05-04,1.2\n",
      "question.md": ExampleText.mention(of: "MTR-001"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, metric) in facts.records(Metric.self) {
      let gaps = Gaps([
        "where its values stand (`source`)": metric.source != nil,
        "how often it is measured (`frequency`)": metric.frequency != nil,
        "when somebody must act (`threshold`)": metric.threshold.map { $0.warn != nil || $0.fail != nil } ?? false,
        "who looks at it (`reviewed_by`)": metric.reviewedBy != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan, help: "add what is missing, or give it up")
    }
  }
}
