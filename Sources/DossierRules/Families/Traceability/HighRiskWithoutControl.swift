import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let highRiskWithoutControl = RuleID("high-risk-without-control")
}

extension Rules {
  static let highRiskWithoutControl = Rule(
    .highRiskWithoutControl, .traceability, .warning,
    title: "a risk above `tolerable` before treatment has a control",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      This rule checks risks with the treatment `accept` or `transfer`. Such a risk needs at least one control if its \
      inherent score is above `tolerable` in `dossier.yaml`. `tolerable` is the highest residual score that any role \
      may accept. Examples of controls are a contract, a limit and monitoring. Auditors trace every high risk to the \
      statement of applicability. List the controls in `controls`. If you stop the activity that causes the risk, \
      choose the treatment `avoid` instead.
      """,
    check: { facts, reporter in
      guard let tolerable = facts.appetite.tolerable else { return }
      for (_, entry, risk) in facts.records(Risk.self) where risk.controls.isEmpty {
        guard risk.treatment == .accept || risk.treatment == .transfer, risk.inherentScore > tolerable else { continue }
        reporter.report(
          "\(entry.named) has an inherent score of \(risk.inherentScore), above the tolerable score \(tolerable), but no control",
          in: entry, "inherent", help: "list in `controls` the controls that limit it, or choose the treatment `avoid`")
      }
    },
    bad: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Hosting fails on a day of sales
          systems: [AIS-001]
          category: operational
          inherent: ⟦{likelihood: 4, impact: 4}⟧
          treatment: transfer
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("treatment: transfer", "treatment: transfer\n    controls: [A.10.3]")]))
}
