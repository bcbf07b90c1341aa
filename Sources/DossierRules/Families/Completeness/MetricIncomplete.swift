import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let metricIncomplete = RuleID("metric-incomplete")
}

extension Rules {
  static let metricIncomplete = Rule(
    .metricIncomplete, .completeness, .warning,
    title: "a metric has a source, a frequency, a threshold and a reviewer",
    clauses: ["9.1", "A.6.2.6"],
    explanation: """
      A metric must have `source`, `frequency`, `threshold` and `reviewed_by`. Clause 9.1 requires the organisation to \
      determine what is measured, how it is measured, and when. The organisation must also determine when the results \
      are evaluated. Auditors then ask who reads the values and at which value somebody acts. Write the missing \
      fields. If the metric is only for information, its `threshold` can have `warn` without `fail`.
      """,
    check: { facts, reporter in
      for (_, entry, metric) in facts.records(Metric.self) {
        let gaps = Gaps(
          of: entry,
          [
            ("a source of its values", "source", metric.source != nil),
            ("a frequency", "frequency", metric.frequency != nil),
            ("a threshold for action", "threshold", metric.threshold.map { $0.warn != nil || $0.fail != nil } ?? false),
            ("a reviewer", "reviewed_by", metric.reviewedBy != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields, or retire the metric")
      }
    },
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
    ]))
}
