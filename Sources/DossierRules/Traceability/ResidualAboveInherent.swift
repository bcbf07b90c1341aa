import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let residualAboveInherent = RuleID("residual-above-inherent")
}

extension Rules {
  static let residualAboveInherent = Rule(
    .residualAboveInherent, .traceability, .error,
    title: "what remains of a risk is not more than there was before treatment",
    clauses: ["6.1.2", "6.1.3"],
    explanation: """
      The inherent score is the risk before anything is done, the residual score what remains afterwards. A higher \
      residual score means that the two were exchanged, that one was not updated, or that the treatment makes things \
      worse; in each case the record contradicts itself. Score the risk again and correct the one that is wrong.
      """,
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
    good: RuleExample([
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
          residual: {likelihood: 1, impact: 3}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    for (_, entry, risk) in facts.records(Risk.self) {
      guard let residual = risk.residualScore, residual > risk.inherentScore else { continue }
      reporter.report(
        "\(entry.named) has a residual score of \(residual), above its inherent score of \(risk.inherentScore)",
        in: entry, "residual", others: [entry.label("inherent", "before treatment")],
        help: "score it again; what remains cannot be more than there was")
    }
  }
}
