import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateUnmet = RuleID("gate-unmet")
}

extension Rules {
  static let gateUnmet = Rule(
    .gateUnmet, .traceability, .error, title: "all conditions of a `go` gate are met", clauses: ["A.6.2.5", "A.6.2.4"],
    explanation: """
      A gate with the decision `go` must not have a checklist item with `done: false`. The decision `go` means that \
      everything on the checklist was done. Otherwise the record contradicts itself: the checklist is out of date, or \
      the decision was conditional. If the item is done, write `done: true`. If it is not, write `conditional-go`, and \
      state in the text who completes it and by when.
      """,
    check: { facts, reporter in
      for (_, entry, gate) in facts.records(LifecycleGate.self) where gate.decision == .go {
        let open = gate.checklist.indices.filter { !gate.checklist[$0].done }
        guard let first = open.first else { continue }
        reporter.report(
          "\(entry.named) has the decision `go`, but \(open.count == 1 ? "one item is" : "\(open.count) items are") not done",
          in: entry, "checklist[\(first)].done",
          others: open.dropFirst().map { entry.label("checklist[\($0)].done", "not done either") },
          help: "write `done: true` if everything is done, or change the decision to `conditional-go`")
      }
    },
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
    good: .fixing(["gates.yaml": ("decision: go", "decision: conditional-go")]))
}
