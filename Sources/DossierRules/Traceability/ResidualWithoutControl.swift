import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let residualWithoutControl = RuleID("residual-without-control")
}

extension Rules {
  static let residualWithoutControl = Rule(
    .residualWithoutControl, .traceability, .warning,
    title: "a lower residual score is explained by a control",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      A score does not fall by itself. When the residual score is below the inherent one and no control is named, \
      nobody can check the claim, and the risk looks smaller than anything done about it. Name the controls that \
      lower it. A risk that is avoided or passed on to somebody else by contract is not meant.
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
          treatment: mitigate
          residual: ⟦{likelihood: 2, impact: 3}⟧
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
    for (_, entry, risk) in facts.records(Risk.self) where risk.controls.isEmpty {
      guard risk.treatment == .mitigate || risk.treatment == .accept, let residual = risk.residualScore,
        residual < risk.inherentScore
      else { continue }
      reporter.report(
        "\(entry.named) falls from \(risk.inherentScore) to \(residual), but names no control", in: entry, "residual",
        others: [entry.label("inherent", "before treatment")], help: "name the controls that lower it under `controls`")
    }
  }
}
