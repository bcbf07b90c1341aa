import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectiveMissed = RuleID("objective-missed")
}

extension Rules {
  static let objectiveMissed = Rule(
    .objectiveMissed, .traceability, .warning,
    title: "a missed objective has a follow-up",
    clauses: ["6.2", "9.1", "10.1"],
    explanation: """
      An objective is missed if the date in `by` has passed and the latest value of its metric does not meet the \
      target. Auditors do not criticise a missed objective, but they expect a decision. Examples are more time, other \
      means, another target, or a corrective action. If the objective needs more time, set a new date in `by` and give \
      the reason. Otherwise write a decision, corrective action or management review that refers to the objective or \
      its metric. This new record must be dated on or after the date in `by`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let answers = facts.reactions
      for (position, entry, objective) in facts.records(Objective.self) {
        guard let by = objective.by, let state = facts.objective(at: position), state.isDue,
          let reading = state.missed.first?.reading.reading
        else { continue }
        guard !answers.refer(to: position, since: by), !answers.refer(to: state.metric, since: by) else { continue }
        let group = reading.group.map { " for \($0)" } ?? ""
        reporter.report(
          "\(entry.named) was due on \(by), but is at \(reading.text)\(group), not \(objective.target.words)", in: entry, "by",
          others: [dossier.entries[state.metric].label("measured here")],
          help: "set a new date with the reason, or record an action or decision that refers to \(entry.id)")
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
    good: .fixing(["mtr-001.csv": ("2026-05-31,4.5", "2026-05-31,1.5")]))
}
