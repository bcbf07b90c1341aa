import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceExpired = RuleID("acceptance-expired")
}

extension Rules {
  static let acceptanceExpired = Rule(
    .acceptanceExpired, .currency, .warning, title: "the acceptance of a risk has not expired", clauses: ["6.1.3", "8.3"],
    explanation: """
      An acceptance is valid until the day in `until`. After that day the risk still exists, but no role has accepted \
      it. Assess the risk again. Renew the acceptance with a new day and a reason that is still true, or treat the risk \
      further.
      """,
    check: { facts, reporter in
      for (position, entry, risk) in facts.records(Risk.self) {
        guard let acceptance = risk.acceptance, case .expired(let until)? = facts.risk(at: position)?.acceptance else { continue }
        reporter.report(
          "the acceptance of \(entry.named) by \(acceptance.by.id) expired on \(until)", in: entry, "acceptance.until",
          help: "assess the risk again and renew the acceptance, or treat the risk further")
      }
    },
    bad: RuleExample([
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Age disparity in approvals
          systems: [AIS-001]
          category: fairness-and-bias
          inherent: {likelihood: 4, impact: 5}
          treatment: accept
          acceptance: {by: ROL-001, date: 2025-04-16, rationale: watched monthly, until: ⟦2026-04-15⟧}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("until: 2026-04-15", "until: 2026-10-15")]))
}
