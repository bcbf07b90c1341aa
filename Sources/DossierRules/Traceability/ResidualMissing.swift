import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let residualMissing = RuleID("residual-missing")
}

extension Rules {
  static let residualMissing = Rule(
    .residualMissing, .traceability, .warning, title: "a treated risk says what remains of it", clauses: ["6.1.3", "8.3"],
    explanation: """
      Treatment is judged by what it leaves: whoever approves the plan and accepts what remains has to know how much that \
      is. A risk that is mitigated or transferred without a residual score has not been looked at after its treatment. \
      Estimate likelihood and impact with the controls as they are now and write them under `residual`.
      """,
    bad: RuleExample([
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 4, impact: 3}
          treatment: ⟦mitigate⟧
          controls: [A.6.2.4]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 4, impact: 3}
          treatment: mitigate
          controls: [A.6.2.4]
          residual: {likelihood: 2, impact: 3}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    for (_, entry, risk) in facts.records(Risk.self) where risk.residual == nil {
      // One that is to be mitigated by nothing is another rule's subject.
      guard risk.treatment == .transfer || (risk.treatment == .mitigate && !risk.controls.isEmpty) else { continue }
      reporter.report(
        "\(entry.named) does not say what remains after its treatment", in: entry, "treatment",
        help: "estimate likelihood and impact with the controls in place and write them under `residual`")
    }
  }
}
