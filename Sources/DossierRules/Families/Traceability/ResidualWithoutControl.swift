import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let residualWithoutControl = RuleID("residual-without-control")
}

extension Rules {
  static let residualWithoutControl = Rule(
    .residualWithoutControl, .traceability, .warning,
    title: "a lower residual score has a control",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      A risk with the treatment `mitigate` or `accept` needs a control if its residual score is below its inherent score. \
      Without a control, nobody can check why the score is lower. Clause 6.1.3 requires the organisation to determine the \
      necessary controls. List in `controls` the controls that lower the score. Risks with the treatment `avoid` or \
      `transfer` are not checked.
      """,
    check: { facts, reporter in
      for (_, entry, risk) in facts.records(Risk.self) where risk.controls.isEmpty {
        guard risk.treatment == .mitigate || risk.treatment == .accept, let residual = risk.residualScore,
          residual < risk.inherentScore
        else { continue }
        reporter.report(
          "\(entry.named) falls from score \(risk.inherentScore) to \(residual), but lists no control", in: entry, "residual",
          others: [entry.label("inherent", "before treatment")], help: "list in `controls` the controls that lower the score")
      }
    },
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
    good: .fixing(["risks.yaml": ("treatment: mitigate", "treatment: mitigate\n    controls: [A.6.2.4]")]))
}
