import DossierRecords
import DossierText

extension RuleID {
  static let gateRefused = RuleID("gate-refused")
}

extension Rules {
  static let gateRefused = Rule(
    .gateRefused, .traceability, .error, title: "a system that was refused at its gate is not in use", clauses: ["A.6.2.5"],
    explanation: """
      A gate that says no-go keeps a system out of its next stage. A system whose latest gate for deployment or \
      operation said so and that is in that stage all the same was let in by somebody without the right to do so, or \
      a later gate was not recorded. Record the later gate, or take the system out of use.
      """,
    bad: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: ⟦no-go⟧, approved_by: ROL-001}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": ExampleText.system,
    ]),
    good: RuleExample([
      "gates.yaml": """
      kind: lifecycle-gate
      records:
        - {id: GTE-001, title: Deployment, system: AIS-001, stage: deployment, date: 2026-02-03, decision: go, approved_by: ROL-001}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": ExampleText.system,
    ])
  ) { dossier, asOf, reporter in
    let gates = Gates(dossier, on: asOf)
    for (position, entry, system) in dossier.systemsInUse(on: asOf) where system.isRunning {
      guard let last = gates.intoUse(position).last, last.gate.decision == .noGo else { continue }
      reporter.report(
        "\(last.entry.named) refused \(entry.named), which is in \(system.lifecycle.rawValue)", in: last.entry, "decision",
        others: [entry.label("lifecycle", "in use here")], help: "record the later gate that let it in, or take it out of use")
    }
  }
}
