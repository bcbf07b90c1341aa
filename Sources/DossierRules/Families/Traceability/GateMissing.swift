import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateMissing = RuleID("gate-missing")
}

extension Rules {
  static let gateMissing = Rule(
    .gateMissing, .traceability, .warning,
    title: "a system in use has a gate for deployment or operation", clauses: ["A.6.2.5", "A.6.2.4"],
    explanation: """
      Before a system is used, somebody must decide whether the system meets the conditions. This rule reports a \
      system in deployment or operation that has no gate for either of these stages. Auditors ask for this decision \
      for each system in their sample. Control A.6.2.5 covers deployment, and control A.6.2.4 covers verification. If \
      the system passed a gate, record the gate. If the system is older than the management system and passed no gate, \
      perform a gate review now. `gate-refused` checks the decision of the gate.
      """,
    check: { facts, reporter in
      let gates = facts.gates
      // `intoUse` also contains gates that refused the system. The rule `gate-refused` checks these decisions.
      for (position, entry, system) in facts.dated.systemsInUse where gates.intoUse(position).isEmpty {
        reporter.report(
          "\(entry.named) is in \(system.lifecycle.rawValue), but has no effective gate for deployment or operation", in: entry,
          "lifecycle",
          help: facts.help(
            finishing: facts.dossier.origins(of: position, LifecycleGate.name, "system"),
            or: "record the gate that it passed, or perform a gate review now"))
      }
    },
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
    good: .fixing([
      "gates.yaml": ("title: Design, system: AIS-001, stage: design", "title: Deployment, system: AIS-001, stage: deployment")
    ]))
}
