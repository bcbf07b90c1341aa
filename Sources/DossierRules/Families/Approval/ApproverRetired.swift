import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approverRetired = RuleID("approver-retired")
}

extension Rules {
  static let approverRetired = Rule(
    .approverRetired, .approval, .error,
    title: "a role signs only while it is effective",
    clauses: ["5.3", "7.5.3", "A.3.2"],
    explanation: """
      A retired role can no longer approve anything. This rule checks which role signed an approval, an acceptance, a \
      change or a gate. It reports a signature that is dated on or after the day in `retired` of this role. Such a \
      signature has no authority. If the role or a date is wrong, correct it. Otherwise have the record signed by the \
      role that took over.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for signature in facts.signatures {
        guard let date = signature.date, let role = dossier.entry(signature.role.id), let retired = signature.retiredBefore
        else { continue }
        reporter.report(
          "\(role.named) signed \(signature.entry.named) on \(date), but was retired on \(retired)",
          in: signature.entry,
          signature.field, others: [role.label("retired", "retired here")],
          help: "have the record signed by the role that took over, or correct the wrong role or date")
      }
    },
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
    good: .fixing(["roles.yaml": ("retired: 2026-03-31", "retired: 2026-05-31")]))
}
