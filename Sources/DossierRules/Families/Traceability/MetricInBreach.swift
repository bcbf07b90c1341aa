import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let metricInBreach = RuleID("metric-in-breach")
}

extension Rules {
  static let metricInBreach = Rule(
    .metricInBreach, .traceability, .warning,
    title: "a measured value beyond its limit has a follow-up",
    clauses: ["9.1", "10.2", "A.6.2.6"],
    explanation: """
      This rule reports a metric if its latest value reaches the limit in `fail` and no follow-up is recorded. A \
      follow-up is an incident, nonconformity, corrective action, change, decision or management review that \
      refers to the metric. An incident, nonconformity or change can refer to a system of the metric instead. A \
      follow-up must not be dated before the day of the last good value, which is the last value that did not \
      reach the limit. If no value was good, the day of the first value counts. The organisation itself set this \
      limit, so auditors expect that somebody acts on such a value. Record what was done. If the limit is wrong, \
      change the limit and give a reason.
      """,
    check: { facts, reporter in
      for unanswered in UnansweredBreach.all(facts, at: .fail) {
        let (entry, breach) = (unanswered.entry, unanswered.breach)
        let group = breach.reading.group.map { " for \($0)" } ?? ""
        reporter.report(
          "\(entry.named) is at \(breach.reading.text)\(group) on \(breach.reading.date), at or beyond its limit of \(breach.limit), "
            + "but no follow-up is recorded since \(unanswered.since)",
          in: entry, "threshold.fail",
          help: "record an incident, nonconformity, change or decision that refers to \(entry.id)")
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
    good: .fixing(["mtr-001.csv": ("2026-05-31,4.25", "2026-05-31,2.25")]))
}
