import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let highRiskWithoutControl = RuleID("high-risk-without-control")
}

extension Rules {
  static let highRiskWithoutControl = Rule(
    .highRiskWithoutControl, .traceability, .warning,
    title: "a risk that was beyond tolerance before treatment is tied to a control",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      A risk whose first score is above `tolerable` in `dossier.yaml`, which the organisation would never accept, is there \
      because something must be done about it. Accepting what remains or passing it on to somebody else still needs \
      controls: a contract, a limit, somebody who watches. Auditors look for the line from every high risk to the statement \
      of applicability. Name the controls under `controls`, or stop what causes the risk and choose `avoid`.
      """,
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
    good: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Hosting fails on a day of sales
          systems: [AIS-001]
          category: operational
          inherent: {likelihood: 4, impact: 4}
          treatment: transfer
          controls: [A.10.3]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    guard let tolerable = facts.appetite.tolerable else { return }
    for (_, entry, risk) in facts.records(Risk.self) where risk.controls.isEmpty {
      guard risk.treatment == .accept || risk.treatment == .transfer, risk.inherentScore > tolerable else { continue }
      reporter.report(
        "\(entry.named) scored \(risk.inherentScore) before treatment, above \(tolerable), and is tied to no control",
        in: entry, "inherent", help: "name the controls that keep it in hand under `controls`, or choose the treatment `avoid`")
    }
  }
}
