import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let metricInBreach = RuleID("metric-in-breach")
}

extension Rules {
  static let metricInBreach = Rule(
    .metricInBreach, .traceability, .warning,
    title: "a reading beyond its limit is followed by something",
    clauses: ["9.1", "10.2", "A.6.2.6"],
    explanation: """
      The value under `fail` is the one from which the organisation itself does not accept a reading. A latest \
      reading there, with no incident, nonconformity, corrective action, change, decision or management review since \
      the last good one that names the metric or, for incidents, nonconformities and changes, one of its systems, \
      shows that nobody acts on what is measured. Record what was done; if the limit is wrong, change it with a \
      reason.
      """,
    bad: RuleExample([
      "metrics.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: Wrong answers
          unit: "%"
          source: {file: mtr-001.csv}
          threshold: {warn: 2, fail: ⟦3⟧, direction: lower-is-better}
          systems: [AIS-001]
      """,
      "mtr-001.csv": """
      date,value
      2026-04-30,1.5
      2026-05-31,4.25
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
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "metrics.yaml": """
      kind: metric
      records:
        - id: MTR-001
          title: Wrong answers
          unit: "%"
          source: {file: mtr-001.csv}
          threshold: {warn: 2, fail: 3, direction: lower-is-better}
          systems: [AIS-001]
      """,
      "mtr-001.csv": """
      date,value
      2026-04-30,1.5
      2026-05-31,2.25
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
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    for unanswered in UnansweredBreach.all(facts, at: .fail) {
      let (entry, breach) = (unanswered.entry, unanswered.breach)
      let group = breach.reading.group.map { " for \($0)" } ?? ""
      reporter.report(
        "\(entry.named) stands at \(breach.reading.text)\(group) on \(breach.reading.date), at or beyond its limit of \(breach.limit), "
          + "and nothing has been recorded about it since \(unanswered.since)",
        in: entry, "threshold.fail",
        help: "record the incident, nonconformity, change or decision that answers it and name \(entry.id)")
    }
  }
}
