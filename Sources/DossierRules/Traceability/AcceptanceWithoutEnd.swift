import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceWithoutEnd = RuleID("acceptance-without-end")
}

extension Rules {
  static let acceptanceWithoutEnd = Rule(
    .acceptanceWithoutEnd, .traceability, .warning,
    title: "an acceptance above the owner's limit ends on a day",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      Accepting a risk above `acceptable` in `dossier.yaml`, the limit of what a system's owner may accept, is a decision \
      for a time: circumstances change, and somebody has to look again. Without a day in `until` the acceptance never comes \
      up for renewal, which auditors read as a risk that was forgotten. Write the day until which the acceptance holds; \
      many organisations choose six or twelve months.
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
          residual: {likelihood: 2, impact: 4}
          ⟦acceptance⟧:
            by: ROL-001
            date: 2026-04-16
            rationale: watched monthly, floor of 0.90 held since May
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
          residual: {likelihood: 2, impact: 4}
          acceptance:
            by: ROL-001
            date: 2026-04-16
            until: 2026-10-31
            rationale: watched monthly, floor of 0.90 held since May
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    guard let acceptable = facts.appetite.acceptable else { return }
    for (_, entry, risk) in facts.records(Risk.self) where risk.score > acceptable {
      guard let acceptance = asOf.acceptance(of: risk), acceptance.until == nil else { continue }
      reporter.report(
        "the acceptance of \(entry.named) at \(risk.score) has no end", in: entry, "acceptance.until",
        help: "write the day until which it holds as `until`")
    }
  }
}
