import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let deployedBeforeGate = RuleID("deployed-before-gate")
}

extension Rules {
  static let deployedBeforeGate = Rule(
    .deployedBeforeGate, .currency, .warning, title: "a system goes into use after its gate", clauses: ["A.6.2.5"],
    explanation: """
      A system should go into use only after a gate has let it enter deployment or operation. This rule compares the \
      day in `deployed` with the date of the first such gate. If the gate is later, the system ran for some time \
      without a decision. A system that went into use before the organisation's first policy is not checked, because \
      the organisation had no gates at that time. If one of the two dates is wrong, correct it. If both dates are \
      right, record a nonconformity.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let gates = facts.gates
      let start = dossier.all(Policy.self).map(\.record.effective).min()
      for (position, entry, system) in facts.dated.systemsInScope {
        guard let deployed = system.deployed, asOf.includes(deployed), start.map({ deployed >= $0 }) ?? true,
          let first = gates.intoUse(position).first(where: { $0.gate.decision != .noGo }), first.gate.date > deployed
        else { continue }
        reporter.report(
          "\(entry.named) went into use on \(deployed), before \(first.entry.named) of \(first.gate.date) let it pass",
          in: first.entry, "date",
          others: [entry.label("deployed", "in use since")], help: "correct the wrong date, or record a nonconformity")
      }
    },
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: ⟦2026-05-19⟧, decision: go, approved_by: ROL-001}
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
          deployed: 2026-02-03
      """,
    ]),
    good: .fixing(["systems.yaml": ("deployed: 2026-02-03", "deployed: 2026-05-20")]))
}
