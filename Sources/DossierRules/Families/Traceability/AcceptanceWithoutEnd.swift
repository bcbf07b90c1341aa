import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceWithoutEnd = RuleID("acceptance-without-end")
}

extension Rules {
  static let acceptanceWithoutEnd = Rule(
    .acceptanceWithoutEnd, .traceability, .warning,
    title: "an acceptance above the owner's limit has an end date",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      An acceptance must have an end date in `until` if the score of the risk is above `acceptable` in `dossier.yaml`. \
      The owner of the risk, or of one of its systems, may accept a score only up to `acceptable`. The acceptance of a \
      higher score is a temporary decision, because circumstances change. Without an end date, nobody renews the \
      acceptance, and auditors think that the risk was forgotten. Write the last day of the acceptance in `until`. \
      Many organisations choose a period of six or twelve months.
      """,
    check: { facts, reporter in
      guard let acceptable = facts.appetite.acceptable else { return }
      for (position, entry, risk) in facts.records(Risk.self) where risk.score > acceptable {
        guard case .valid(until: nil)? = facts.risk(at: position)?.acceptance else { continue }
        reporter.report(
          "the acceptance of \(entry.named) at score \(risk.score) has no end date", in: entry, "acceptance.until",
          help: "write the last day of the acceptance in `until`")
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
          residual: {likelihood: 2, impact: 4}
          ⟦acceptance⟧:
            by: ROL-001
            date: 2026-04-16
            rationale: monitored monthly, minimum of 0.90 met since May
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("date: 2026-04-16", "date: 2026-04-16\n      until: 2026-10-31")]))
}
