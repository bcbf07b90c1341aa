import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateUnchecked = RuleID("gate-unchecked")
}

extension Rules {
  static let gateUnchecked = Rule(
    .gateUnchecked, .completeness, .warning, title: "a gate with the decision `go` has a checklist",
    clauses: ["A.6.2.5", "A.6.1.3"],
    explanation: """
      A gate with the decision `go` must have at least one item in `checklist`. Such a decision depends on checks, for \
      example: tests passed, assessment signed, rollback tested. Without a checklist, nobody can see later what was \
      known on the day of the decision. Write each check as an item of `checklist`, and state in `done` whether it is \
      done. Gates dated after the as-of date are not checked.
      """,
    check: { facts, reporter in
      for (_, entry, gate) in facts.records(LifecycleGate.self) where gate.decision == .go && gate.checklist.isEmpty {
        reporter.report(
          "\(entry.named) has the decision `go`, but an empty checklist", at: entry.path, entry.span(of: "decision"),
          help: "list in `checklist` what was checked")
      }
    },
    bad: RuleExample([
      "gte-001.md": ExampleText.file(
        "lifecycle-gate", "GTE-001", "Opening", "system: AIS-001", "stage: operation", "date: 2026-01-12", "decision: ⟦go⟧"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "gte-001.md": ExampleText.file(
        "lifecycle-gate", "GTE-001", "Opening", "system: AIS-001", "stage: operation", "date: 2026-01-12", "decision: go",
        "checklist: [{item: answers tested, done: true}, {item: way back tried, done: true}]"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]))
}
