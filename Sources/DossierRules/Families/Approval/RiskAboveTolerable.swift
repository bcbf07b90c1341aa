import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskAboveTolerable = RuleID("risk-above-tolerable")
}

extension Rules {
  static let riskAboveTolerable = Rule(
    .riskAboveTolerable, .approval, .error, title: "no remaining risk is above the tolerable score",
    clauses: ["6.1.2", "6.1.3", "8.3"],
    explanation: """
      `tolerable` in `dossier.yaml` is the score above which the organisation accepts no risk. A risk that remains above \
      this score must be treated further, or the activity that causes the risk must be stopped. An acceptance by any \
      role contradicts the organisation's own limit. Add controls, avoid the risk, or have top management change the \
      limit.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      guard let tolerable = facts.appetite.tolerable else { return }
      for (_, entry, risk) in facts.records(Risk.self) where risk.score > tolerable {
        // Check only risks with a residual score or with the treatment `accept`. For other risks, the treatment may still lower
        // the score.
        guard risk.residual != nil || risk.treatment == .accept else { continue }
        reporter.report(
          "\(entry.named) remains at \(risk.score), above the tolerable score \(tolerable), and must not be accepted", in: entry,
          risk.scoreField,
          others: asOf.acceptance(of: risk) == nil ? [] : [entry.label("acceptance.by", "accepted here")],
          help: "treat the risk further, or stop the activity that causes it")
      }
    },
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
    good: .fixing(["risks.yaml": ("residual: {likelihood: 3, impact: 5}", "residual: {likelihood: 1, impact: 5}")]))
}
