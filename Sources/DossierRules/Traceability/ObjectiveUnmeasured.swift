import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveUnmeasured = RuleID("objective-unmeasured")
}

extension Rules {
  static let objectiveUnmeasured = Rule(
    .objectiveUnmeasured, .traceability, .warning, title: "the metric of an objective has readings", clauses: ["6.2", "9.1"],
    explanation: """
      An objective is measurable when something is measured. A metric whose file of readings holds none gives no answer \
      to the question whether the objective is reached. Write the readings with their dates into the file, or give the \
      objective a metric that is in use.
      """,
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
    good: RuleExample([
      "metrics.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: Wrong answers
          unit: "%"
          source: {file: mtr-001.csv}
      """,
      "mtr-001.csv": """
      date,value
      2026-05-31,1.75
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
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (_, entry, objective) in facts.records(Objective.self) {
      guard let metric = objective.metric.flatMap(dossier.record) else { continue }
      let readings = dossier.readings(of: metric.position)
      // A metric without a file is incomplete itself; a file that is not there, or is too large to be read, holds something unknown.
      guard readings?.all.isEmpty == true, readings?.unread == 0 else { continue }
      reporter.report(
        "\(entry.named) is measured by \(metric.entry.named), which has no readings", in: entry, "metric",
        others: [metric.entry.label("source.file", "no readings in it")],
        help: "write the readings with their dates into the file, or name another metric")
    }
  }
}
