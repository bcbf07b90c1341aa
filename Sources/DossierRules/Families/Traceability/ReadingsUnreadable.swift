import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let readingsUnreadable = RuleID("readings-unreadable")
}

extension Rules {
  static let readingsUnreadable = Rule(
    .readingsUnreadable, .traceability, .warning,
    title: "each row of a measurement file has a date and a number",
    clauses: ["9.1"],
    explanation: """
      Each row in the file of a metric must have a date and a number. The date has the form 2026-03-31, or 2026-03 for \
      a month. The number is written without a unit. dossier ignores all other rows. An ignored row looks like a \
      missing reading, and a breach in this row is not detected. Correct the rows. If the columns of the file have \
      other names, write these names in `source`.
      """,
    check: { facts, reporter in
      for (position, entry, metric) in facts.records(Metric.self) {
        guard let readings = facts.metric(at: position), readings.unread > 0, let source = metric.source else { continue }
        let rows = readings.unread == 1 ? "one row" : "\(readings.unread) rows"
        reporter.report(
          "\(rows) in the file of \(entry.named) cannot be read: no date in `\(source.dateColumn ?? "date")` "
            + "or no number in `\(source.valueColumn ?? "value")`",
          in: entry, "source.file", help: "correct the rows, or write the column names in `source`")
      }
    },
    bad: RuleExample([
      "metrics.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: Wrong answers
          unit: "%"
          source: {file: ⟦mtr-001.csv⟧, value_column: value}
      """,
      "mtr-001.csv": """
      date,value
      2026-04-30,1.5
      2026-05-31,n/a
      """,
      "objectives.yaml": """
      kind: objective
      records:
        - id: OBJ-001
          title: Few wrong answers
          owner: ROL-002
          measure: share of sampled conversations with a wrong answer
          target: {comparison: at-most, value: 2, unit: "%"}
          metric: MTR-001
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["mtr-001.csv": ("2026-05-31,n/a", "2026-05-31,1.75")]))
}
