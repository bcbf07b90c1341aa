import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateUnmet = RuleID("gate-unmet")
}

extension Rules {
  static let gateUnmet = Rule(
    .gateUnmet, .traceability, .error, title: "a gate that said go has its conditions met", clauses: ["A.6.2.5", "A.6.2.4"],
    explanation: """
      A plain go says that everything on the list was done. With an item at `done: false` the record contradicts \
      itself: either the item was done and the list is out of date, or the decision was a conditional one. Correct \
      the item, or write `conditional-go` and say in the text by when and by whom the rest is done.
      """,
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - id: GTE-001
          title: Deployment
          system: AIS-001
          stage: deployment
          date: 2026-02-03
          decision: go
          approved_by: ROL-001
          checklist:
            - {item: way back tried, done: true}
            - {item: agents trained, done: ⟦false⟧}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - id: GTE-001
          title: Deployment
          system: AIS-001
          stage: deployment
          date: 2026-02-03
          decision: conditional-go
          approved_by: ROL-001
          checklist:
            - {item: way back tried, done: true}
            - {item: agents trained, done: false}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    for (_, entry, gate) in facts.records(LifecycleGate.self) where gate.decision == .go {
      let open = gate.checklist.indices.filter { !gate.checklist[$0].done }
      guard let first = open.first else { continue }
      reporter.report(
        "\(entry.named) said go with \(open.count == 1 ? "a condition" : "\(open.count) conditions") not met", in: entry,
        "checklist[\(first)].done", others: open.dropFirst().map { entry.label("checklist[\($0)].done", "nor this") },
        help: "correct the item, or make the decision a `conditional-go`")
    }
  }
}
