import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveMissed = RuleID("objective-missed")
}

extension Rules {
  static let objectiveMissed = Rule(
    .objectiveMissed, .traceability, .warning,
    title: "an objective that was not reached in time is dealt with",
    clauses: ["6.2", "9.1", "10.1"],
    explanation: """
      When the day in `by` has passed and the latest reading does not meet the target, the objective has been \
      missed. That is no disgrace; to say nothing about it is. Auditors expect a decision: more time, other means, \
      another target, or a corrective action. Set a new `by` with the reason, or record the decision, action or \
      management review that names the objective since that day.
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
      "mtr-001.csv": """
      date,value
      2026-05-31,4.5
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
          by: ⟦2026-06-01⟧
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
      2026-05-31,1.5
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
          by: 2026-06-01
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let answers = facts.reactions
    for (position, entry, objective) in facts.records(Objective.self) {
      guard let by = objective.by, let state = facts.objective(at: position), state.isDue,
        let reading = state.missed.first?.reading.reading
      else { continue }
      guard !answers.refer(to: position, since: by), !answers.refer(to: state.metric, since: by) else { continue }
      let group = reading.group.map { " for \($0)" } ?? ""
      reporter.report(
        "\(entry.named) was due on \(by) and stands at \(reading.text)\(group), not \(objective.target.words)", in: entry, "by",
        others: [dossier.entries[state.metric].label("measured here")],
        help: "set a new day with the reason, or record the action or decision that names \(entry.id)")
    }
  }
}
