import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let policyUnapproved = RuleID("policy-unapproved")
}

extension Rules {
  static let policyUnapproved = Rule(
    .policyUnapproved, .approval, .error, title: "a policy in force had been approved", clauses: ["5.2", "A.2.2"],
    explanation: """
      A policy binds because those with the right to do so approved it. One that has taken effect while none of its \
      approvals is dated on or before the day that is judged is somebody's text and no policy yet. Have it approved \
      and write the approval with its role and date, or move the day in `effective`.
      """,
    bad: RuleExample([
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: ⟦2026-05-15⟧
          approvals: [{by: ROL-001, date: 2026-09-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-05-15
          approvals: [{by: ROL-001, date: 2026-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (_, entry, policy) in facts.records(Policy.self) where asOf.includes(policy.effective) {
      guard let approvals = entry.head?.approvals, !approvals.isEmpty, facts.approvals(of: entry).isEmpty else { continue }
      reporter.report(
        "\(entry.named) has been in effect since \(policy.effective), but nobody had approved it by \(asOf)", in: entry,
        "effective",
        others: [entry.label("approvals[0].date", "the first approval")], help: "have it approved, or move the day in `effective`"
      )
    }
  }
}
