import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let metricAtWarning = RuleID("metric-at-warning")
}

extension Rules {
  static let metricAtWarning = Rule(
    .metricAtWarning, .traceability, .note,
    title: "a reading that reaches the warning limit is followed by a recorded reaction",
    clauses: ["9.1", "A.6.2.6"],
    explanation: """
      ISO/IEC 42001, 9.1, requires that results of monitoring are evaluated. `warn` is the value from which the \
      organisation watches a metric. This rule reports a metric if the latest reading of a group reaches `warn` but not \
      `fail`, and no reaction is recorded. A reaction is an incident, nonconformity, corrective action, change, decision \
      or management review since the last reading within the limit. It must refer to the metric. Incidents, \
      nonconformities and changes can refer to one of its systems instead. We recommend that you record who looked at \
      the reading and what was decided. `metric-in-breach` reports readings that reach `fail`.
      """,
    check: { facts, reporter in
      for unanswered in UnansweredBreach.all(facts, at: .warn) {
        let (entry, breach) = (unanswered.entry, unanswered.breach)
        let group = breach.reading.group.map { " for \($0)" } ?? ""
        reporter.report(
          "the latest reading of \(entry.named)\(group), \(breach.reading.text) on \(breach.reading.date), reaches the warning limit of "
            + "\(breach.limit), and no reaction has been recorded since \(unanswered.since)",
          in: entry, "threshold.warn",
          help: "record the decision, change or corrective action about this reading and refer to \(entry.id) in it")
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
          threshold: {warn: ⟦2⟧, fail: 3, direction: lower-is-better}
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
    ]),
    good: .fixing(["mtr-001.csv": ("2026-05-31,2.25", "2026-05-31,1.75")]))
}
