import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateMissing = RuleID("gate-missing")
}

extension Rules {
  static let gateMissing = Rule(
    .gateMissing, .traceability, .warning, title: "a system in use has passed a gate", clauses: ["A.6.2.5", "A.6.2.4"],
    explanation: """
      Before a system goes into use somebody decides, on a list of conditions, that it may. A system in deployment \
      or operation without a gate for one of these stages that said go has no such decision on record. Auditors ask \
      for it with the first system they draw. Write the gate that was passed; for a system older than the management \
      system, hold one now.
      """,
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Design, system: AIS-001, stage: design, date: 2026-02-03, decision: go, approved_by: ROL-001}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Support assistant
          purpose: answers questions of shoppers
          owner: ROL-002
          role: [deployer]
          lifecycle: ⟦operation⟧
          risk_class: limited
      """,
    ]),
    good: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: go, approved_by: ROL-001}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Support assistant
          purpose: answers questions of shoppers
          owner: ROL-002
          role: [deployer]
          lifecycle: operation
          risk_class: limited
      """,
    ])
  ) { facts, reporter in
    let gates = facts.gates
    // One that was refused is another rule's subject.
    for (position, entry, system) in facts.dated.systemsInUse where gates.intoUse(position).isEmpty {
      reporter.report(
        "\(entry.named) is in \(system.lifecycle.rawValue), but has passed no gate for deployment or operation", in: entry,
        "lifecycle",
        help: "record the gate that let it in, or hold one now")
    }
  }
}
