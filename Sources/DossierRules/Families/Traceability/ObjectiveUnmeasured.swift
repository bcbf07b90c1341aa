import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveUnmeasured = RuleID("objective-unmeasured")
}

extension Rules {
  static let objectiveUnmeasured = Rule(
    .objectiveUnmeasured, .traceability, .warning,
    title: "the metric of an objective has measured values", clauses: ["6.2", "9.1"],
    explanation: """
      An objective can refer to a metric, and the metric refers to a file with measured values. This rule reports an \
      objective if that file contains no values. Clause 6.2 requires measurable objectives where practicable. Without \
      values, nobody can tell whether the objective is reached. Write the values with their dates to the file. If \
      another metric measures the objective, refer to that metric instead.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (_, entry, objective) in facts.records(Objective.self) {
        guard let metric = objective.metric.flatMap(dossier.record) else { continue }
        let readings = dossier.readings(of: metric.position)
        // `metric-incomplete` reports a metric without a file. A file that is missing or too large to read has unknown content.
        guard readings?.all.isEmpty == true, readings?.unread == 0 else { continue }
        reporter.report(
          "\(entry.named) is measured by \(metric.entry.named), which has no measured values", in: entry, "metric",
          others: [metric.entry.label("source.file", "this file has no values")],
          help: "write the values with their dates to the file, or refer to another metric")
      }
    },
    bad: RuleExample([
      "metrics.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: Wrong answers
          unit: "%"
          source: {file: mtr-001.csv}
      """,
      "mtr-001.csv": "date,value",
      "objectives.yaml": """
      kind: objective
      records:
        - id: OBJ-001
          title: Few wrong answers
          owner: ROL-002
          measure: share of sampled conversations with a wrong answer
          target: {comparison: at-most, value: 2, unit: "%"}
          metric: ⟦MTR-001⟧
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["mtr-001.csv": ("date,value", "date,value\n2026-05-31,1.75")]))
}
