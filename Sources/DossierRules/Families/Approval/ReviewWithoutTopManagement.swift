import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewWithoutTopManagement = RuleID("review-without-top-management")
}

extension Rules {
  static let reviewWithoutTopManagement = Rule(
    .reviewWithoutTopManagement, .approval, .warning, title: "top management attends the management review",
    clauses: ["9.3.1", "5.1"],
    explanation: """
      ISO/IEC 42001 clause 9.3.1 requires that top management reviews the management system. For this rule, top \
      management is every role that may approve a policy. This rule reports a management review if `attended` lists \
      none of these roles. If one of these roles was present, add the role to `attended`. Otherwise repeat the review \
      with top management.
      """,
    check: { facts, reporter in
      let authorities = facts.authorities
      guard authorities.isDefined(for: Policy.name) else { return }
      for (_, entry, review) in facts.records(ManagementReview.self) {
        guard !review.attended.contains(where: { authorities.mayApprove($0, Policy.name) }) else { continue }
        reporter.report(
          "\(entry.named) was attended by no role that may approve a policy", at: entry.path, entry.key("attended"),
          help:
            "repeat it with top management (\(authorities.approvers(of: Policy.name).listed(3, "or"))), or add the roles that attended"
        )
      }
    },
    bad: RuleExample([
      "management-reviews.yaml": """
      kind: management-review
      records:
        - {id: MRV-001, title: Spring review, date: 2026-04-16, ⟦attended⟧: [ROL-002, ROL-003]}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["management-reviews.yaml": ("attended: [ROL-002, ROL-003]", "attended: [ROL-001, ROL-002]")]))
}
