import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateRefused = RuleID("gate-refused")
}

extension Rules {
  static let gateRefused = Rule(
    .gateRefused, .traceability, .error, title: "a system in use was not refused at its latest gate", clauses: ["A.6.2.5"],
    explanation: """
      The latest gate for a system in use must not have the decision `no-go`. For a system in deployment, only \
      deployment gates count. For a system in operation, deployment and operation gates count. If the latest of these \
      gates refused the system, the decision was not followed, or a later gate was not recorded. Record the later gate, \
      or take the system out of use. If only a new version was refused, give that gate the stage `development`.
      """,
    check: { facts, reporter in
      let gates = facts.gates
      for (position, entry, system) in facts.dated.systemsInUse {
        // If the system is in deployment, only gates for deployment count. A system may stay in deployment if a gate refused its
        // operation.
        let last = gates.intoUse(position).last { system.lifecycle == .operation || $0.gate.stage == .deployment }
        guard let last, last.gate.decision == .noGo else { continue }
        reporter.report(
          "\(last.entry.named) refused \(entry.named), which is in \(system.lifecycle.rawValue)", in: last.entry, "decision",
          others: [entry.label("lifecycle", "in use here")], help: "record the later gate that it passed, or take it out of use")
      }
    },
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: ⟦no-go⟧, approved_by: ROL-001}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["gates.yaml": ("decision: no-go", "decision: go")]))
}
