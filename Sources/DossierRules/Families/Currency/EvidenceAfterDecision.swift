import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceAfterDecision = RuleID("evidence-after-decision")
}

extension Rules {
  static let evidenceAfterDecision = Rule(
    .evidenceAfterDecision, .currency, .warning,
    title: "evidence for a decision was collected on or before the day of the decision",
    clauses: ["A.6.2.5", "7.5.3", "10.2"],
    explanation: """
      This rule checks the evidence for gates and for checks of the effectiveness of corrective actions. It reports \
      evidence that was collected after the day of the gate or check. Nobody could consider this evidence on that day. \
      Either a date is wrong, or the evidence was added afterwards. If a date is wrong, correct it. Otherwise refer to \
      the evidence that was considered on that day. You can mention later evidence in the text.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var uses: [(entry: Entry, place: String, evidence: Reference<Evidence>, day: CivilDate)] = []
      for (_, entry, gate) in facts.records(LifecycleGate.self) {
        for (i, check) in gate.checklist.enumerated() {
          if let evidence = check.evidence { uses.append((entry, "checklist[\(i)].evidence", evidence, gate.date)) }
        }
      }
      for (_, entry, action) in facts.records(CorrectiveAction.self) {
        if let check = action.effectiveness, let evidence = check.evidence, let day = check.date {
          uses.append((entry, "effectiveness.evidence", evidence, day))
        }
      }
      for use in uses {
        guard let evidence = dossier.record(use.evidence), evidence.record.collected > use.day else { continue }
        reporter.report(
          "\(use.entry.named) of \(use.day) refers to \(evidence.entry.named), which was collected later, on \(evidence.record.collected)",
          in: use.entry, use.place, others: [evidence.entry.label("collected", "collected later")],
          help: "refer to the evidence that was considered on that day, or correct the date that is wrong")
      }
    },
    bad: RuleExample([
      "evidence.yaml": """
      kind: evidence
      records:
        - {id: EVD-001, title: Validation report, controls: [A.6.2.4], location: archive, collected: 2026-05-15, collected_by: ROL-002}
      """,
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
            - {item: validation report read, done: true, evidence: ⟦EVD-001⟧}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["gates.yaml": ("date: 2026-02-03", "date: 2026-05-19")]))
}
