import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateUnsigned = RuleID("gate-unsigned")
}

extension Rules {
  static let gateUnsigned = Rule(
    .gateUnsigned, .approval, .warning, title: "a gate with the decision go or conditional go is signed",
    clauses: ["A.6.2.5", "5.3", "A.3.2"],
    explanation: """
      A gate is a decision, and a role must be responsible for each decision. This rule reports a gate with the \
      decision `go` or `conditional-go` if it has neither `approved_by` nor an approval. `approved_by` states which \
      role let the system enter its next stage. Write in `approved_by` the role that decided.
      """,
    check: { facts, reporter in
      for (_, entry, gate) in facts.records(LifecycleGate.self) where gate.decision != .noGo {
        guard gate.approvedBy == nil, facts.approvals(of: entry).isEmpty,
          !entry.cannotRead("approved_by", "approvals")
        else { continue }
        reporter.report(
          "\(entry.named) let \(gate.system.id) pass, but has no role under `approved_by`", in: entry,
          help: "write under `approved_by` the role that decided")
      }
    },
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: ⟦GTE-001⟧, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: go}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["gates.yaml": ("decision: go", "decision: go, approved_by: ROL-001")]))
}
