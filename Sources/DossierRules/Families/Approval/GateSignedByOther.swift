import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateSignedByOther = RuleID("gate-signed-by-other")
}

extension Rules {
  static let gateSignedByOther = Rule(
    .gateSignedByOther, .approval, .error,
    title: "a gate is signed by the owner of the system or by a role that may approve gates",
    clauses: ["A.6.2.5", "5.3", "A.3.2"],
    explanation: """
      A gate decides whether a system enters its next stage. Only the owner of the system, or a role that lists \
      `lifecycle-gate` in `approves`, may sign a gate. A deputy of such a role may also sign. A gate that any other \
      role signed has no authority. A gate is an event, so a signature remains valid if the role is retired later. Ask \
      the owner, or a role that may sign gates, to confirm the gate. Then write the role that confirmed the gate in \
      `approved_by`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let authorities = facts.authorities
      for (_, entry, gate) in facts.records(LifecycleGate.self) {
        guard let signer = gate.approvedBy, let system = dossier.record(gate.system), let owner = system.entry.head?.owner,
          RecordID.key(owner.id) != RecordID.key(signer.id)
        else { continue }
        guard !authorities.listed(LifecycleGate.name, for: signer, on: gate.date) else { continue }
        let isNotEffective = authorities.isNotEffective(signer)
        let problem = isNotEffective ? "is not effective" : "neither owns \(system.entry.id) nor may approve gates"
        reporter.report(
          "\(entry.named) was signed by \(signer.id), which \(problem)", in: entry, "approved_by",
          others: [system.entry.label("owner", "its owner")],
          help: "have the gate confirmed by the owner or by a role that may approve gates"
            + (isNotEffective ? ", or make \(signer.id) effective" : ""))
      }
    },
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: go, approved_by: ⟦ROL-003⟧}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["gates.yaml": ("approved_by: ROL-003", "approved_by: ROL-002")]))
}
