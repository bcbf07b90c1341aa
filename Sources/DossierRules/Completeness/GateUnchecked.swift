import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateUnchecked = RuleID("gate-unchecked")
}

extension Rules {
  static let gateUnchecked = Rule(
    .gateUnchecked, .completeness, .warning, title: "a system passes a gate because something was checked",
    clauses: ["A.6.2.5", "A.6.1.3"],
    explanation: """
      A gate is a decision that rests on checks: tests passed, assessment signed, a way back tried. One that says `go` with \
      nothing on its checklist was opened by a signature alone, and nobody can see later what was known on that day. Write \
      what was looked at in `checklist`, each item with whether it was done. A gate of a later day is not judged.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, gate) in facts.records(LifecycleGate.self) where gate.decision == .go && gate.checklist.isEmpty {
      reporter.report(
        "\(entry.named) is passed with nothing on its checklist", at: entry.path, entry.span(of: "decision"),
        help: "write what was checked in `checklist`")
    }
  }
}
