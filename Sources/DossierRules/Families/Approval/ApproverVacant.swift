import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approverVacant = RuleID("approver-vacant")
}

extension Rules {
  static let approverVacant = Rule(
    .approverVacant, .approval, .warning, title: "a role that signs has a holder", clauses: ["5.3", "A.3.2"],
    explanation: """
      If a role has no holder, nobody can tell who made its decisions. This rule reports a role that approved or \
      accepted something, but has no `held_by`. It reports nothing if no role of the workspace has `held_by`. Write in \
      `held_by` the post or team that holds the role. The name of a person is not needed.
      """,
    check: { facts, reporter in
      let roles = facts.records(Role.self)
      guard roles.contains(where: { $0.record.heldBy != nil }) else { return }
      let signatures = Dictionary(grouping: facts.signatures) { RecordID.key($0.role.id) }
      for (_, entry, role) in roles where role.heldBy == nil && !entry.cannotRead("held_by") {
        guard let first = signatures[RecordID.key(entry.id)]?.first else { continue }
        reporter.report(
          "\(entry.named) has no holder, but signed \(first.entry.named)", in: entry,
          others: [first.entry.label(first.field, "signed here")],
          help: "write under `held_by` the post or team that holds the role")
      }
    },
    bad: RuleExample([
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
        - id: ⟦ROL-001⟧
          title: Managing Board
          accountable_for: [the AI policy]
        - id: ROL-002
          title: Head of Customer Care
          held_by: Customer Care, Porto
          accountable_for: [the support assistant]
      """,
    ]),
    good: .fixing(["roles.yaml": ("title: Managing Board", "title: Managing Board\n    held_by: three members")]))
}
