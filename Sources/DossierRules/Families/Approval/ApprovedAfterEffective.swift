import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approvedAfterEffective = RuleID("approved-after-effective")
}

extension Rules {
  static let approvedAfterEffective = Rule(
    .approvedAfterEffective, .approval, .warning,
    title: "a policy is approved before it takes effect",
    clauses: ["5.2", "A.2.2", "7.5.2"],
    explanation: """
      If a policy takes effect before its first approval, nobody with the authority decided on it until that approval. \
      Often the two dates belong to different versions: `effective` is the date of the first version, and the approval is \
      of a later version. Add the approval of the first version, or correct the date that is wrong.
      """,
    check: { facts, reporter in
      for (_, entry, policy) in facts.records(Policy.self) {
        guard let (i, first) = facts.approvals(of: entry).min(by: { $0.approval.date < $1.approval.date }),
          first.date > policy.effective
        else { continue }
        reporter.report(
          "\(entry.named) was first approved on \(first.date), after it had taken effect", in: entry, "approvals[\(i)].date",
          others: [entry.label("effective", "in effect since")],
          help: "add the approval of the first version, or correct one of the dates")
      }
    },
    bad: RuleExample([
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-02-01
          approvals: [{by: ROL-001, date: ⟦2026-05-14⟧}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["policies.yaml": ("effective: 2026-02-01", "effective: 2026-05-15")]))
}
