import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let gateRefused = RuleID("gate-refused")
}

extension Rules {
  static let gateRefused = Rule(
    .gateRefused, .traceability, .error, title: "a system that was refused at its gate is not in use", clauses: ["A.6.2.5"],
    explanation: """
      A gate that says no-go keeps a system out of its next stage. When the latest gate into the stage a system is in, or \
      into one before it, said so and the system runs all the same, either that decision is not kept, or a later gate was \
      not recorded. Record the later gate, or take the system out of use. Where only a new version was refused, that gate \
      belongs to the stage `development`: the system itself was not stopped.
      """,
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: ⟦no-go⟧, approved_by: ROL-001}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: go, approved_by: ROL-001}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let gates = facts.gates
    for (position, entry, system) in facts.dated.systemsInUse {
      // What was refused for operation may still be in deployment.
      let last = gates.intoUse(position).last { system.lifecycle == .operation || $0.gate.stage == .deployment }
      guard let last, last.gate.decision == .noGo else { continue }
      reporter.report(
        "\(last.entry.named) refused \(entry.named), which is in \(system.lifecycle.rawValue)", in: last.entry, "decision",
        others: [entry.label("lifecycle", "in use here")], help: "record the later gate that let it in, or take it out of use")
    }
  }
}
