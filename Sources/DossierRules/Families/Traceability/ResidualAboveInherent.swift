import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let residualAboveInherent = RuleID("residual-above-inherent")
}

extension Rules {
  static let residualAboveInherent = Rule(
    .residualAboveInherent, .traceability, .error,
    title: "the residual score is not higher than the inherent score",
    clauses: ["6.1.2", "6.1.3"],
    explanation: """
      The inherent score is the risk before treatment, and the residual score is the risk after treatment. The \
      residual score must not be higher than the inherent score. Often the two scores were exchanged, or one score was \
      not updated. Score the risk again, and correct the wrong score. If the treatment really increases the risk, \
      choose another treatment.
      """,
    check: { facts, reporter in
      for (_, entry, risk) in facts.records(Risk.self) {
        guard let residual = risk.residualScore, residual > risk.inherentScore else { continue }
        reporter.report(
          "\(entry.named) has a residual score of \(residual), above its inherent score of \(risk.inherentScore)",
          in: entry, "residual", others: [entry.label("inherent", "before treatment")],
          help: "score the risk again, and correct the wrong score")
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
          inherent: {likelihood: 2, impact: 3}
          treatment: mitigate
          controls: [A.6.2.4]
          residual: ⟦{likelihood: 4, impact: 3}⟧
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("residual: {likelihood: 4, impact: 3}", "residual: {likelihood: 1, impact: 3}")]))
}
