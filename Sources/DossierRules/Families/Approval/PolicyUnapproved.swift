import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let policyUnapproved = RuleID("policy-unapproved")
}

extension Rules {
  static let policyUnapproved = Rule(
    .policyUnapproved, .approval, .error, title: "a policy that has taken effect is approved", clauses: ["5.2", "A.2.2"],
    explanation: """
      ISO/IEC 42001 clause 5.2 requires that top management establishes the AI policy. A policy is binding only \
      after a role with the authority has approved it. This rule reports a policy that has taken effect, but \
      whose only approvals are dated after the as-of date. If a policy has no approval at all, another rule \
      reports that `approvals` is missing. Have the policy approved, and record the approval with its role and \
      date. If the policy has not taken effect, correct the date in `effective`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, policy) in facts.records(Policy.self) where asOf.includes(policy.effective) {
        guard let approvals = entry.head?.approvals, !approvals.isEmpty, facts.approvals(of: entry).isEmpty else { continue }
        reporter.report(
          "\(entry.named) took effect on \(policy.effective), but has no approval on or before \(asOf)", in: entry,
          "effective",
          others: [entry.label("approvals[0].date", "the first approval")],
          help: "have the policy approved, or correct `effective` if the policy has not taken effect"
        )
      }
    },
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
    good: .fixing([
      "policies.yaml": ("approvals: [{by: ROL-001, date: 2026-09-14}]", "approvals: [{by: ROL-001, date: 2026-05-14}]")
    ]))
}
