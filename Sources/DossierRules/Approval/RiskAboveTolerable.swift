import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskAboveTolerable = RuleID("risk-above-tolerable")
}

extension Rules {
  static let riskAboveTolerable = Rule(
    .riskAboveTolerable, .approval, .error, title: "nobody accepts a risk beyond tolerance", clauses: ["6.1.2", "6.1.3", "8.3"],
    explanation: """
      `tolerable` in `dossier.yaml` is the score above which the organisation has decided to accept nothing. A risk \
      in force that remains above it has to be treated further, or its cause has to be stopped; an acceptance, by \
      whomever, contradicts the organisation's own rule. Add controls, avoid the risk, or have top management change \
      the limit.
      """,
    bad: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Age disparity in approvals
          systems: [AIS-001]
          category: fairness-and-bias
          inherent: {likelihood: 4, impact: 5}
          treatment: mitigate
          controls: [A.5.4]
          residual: ⟦{likelihood: 3, impact: 5}⟧
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
          title: Age disparity in approvals
          systems: [AIS-001]
          category: fairness-and-bias
          inherent: {likelihood: 4, impact: 5}
          treatment: mitigate
          controls: [A.5.4]
          residual: {likelihood: 1, impact: 5}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    guard let tolerable = facts.appetite.tolerable else { return }
    for (_, entry, risk) in facts.records(Risk.self) where risk.score > tolerable {
      // What is still being treated has no residual score yet; that is another rule's subject.
      guard risk.residual != nil || risk.treatment == .accept else { continue }
      reporter.report(
        "\(entry.named) remains at \(risk.score), above \(tolerable), which may not be accepted at all", in: entry,
        risk.scoreField,
        others: asOf.acceptance(of: risk) == nil ? [] : [entry.label("acceptance.by", "accepted here all the same")],
        help: "treat it further, or stop what causes it")
    }
  }
}
