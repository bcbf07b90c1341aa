import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approverRetired = RuleID("approver-retired")
}

extension Rules {
  static let approverRetired = Rule(
    .approverRetired, .approval, .error,
    title: "who approves something holds the role on that day",
    clauses: ["5.3", "7.5.3", "A.3.2"],
    explanation: """
      A role that has been retired approves nothing any more. An approval, acceptance, change or gate dated on or after the \
      day in `retired` was signed by nobody, or was entered for the wrong role. Have it signed by the role that has taken \
      over, or correct the date.
      """,
    bad: RuleExample([
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-05-15
          approvals: [{by: ⟦ROL-001⟧, date: 2026-05-14}]
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: AI committee
          accountable_for: [the AI policy]
          retired: 2026-03-31
      """,
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
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: AI committee
          accountable_for: [the AI policy]
          retired: 2026-05-31
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for signature in facts.signatures {
      guard let date = signature.date, let role = dossier.record(signature.role), let retired = role.entry.head?.retired,
        retired <= date
      else { continue }
      reporter.report(
        "\(role.entry.named) signed for \(signature.entry.named) on \(date), but was retired on \(retired)", in: signature.entry,
        signature.field, others: [role.entry.label("retired", "retired here")],
        help: "have it signed by the role that has taken over, or correct the date")
    }
  }
}
