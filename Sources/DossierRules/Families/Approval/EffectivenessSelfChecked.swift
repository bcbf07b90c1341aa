import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let effectivenessSelfChecked = RuleID("effectiveness-self-checked")
}

extension Rules {
  static let effectivenessSelfChecked = Rule(
    .effectivenessSelfChecked, .approval, .warning,
    title: "the effectiveness of an action is checked by another role",
    clauses: ["10.2"],
    explanation: """
      ISO/IEC 42001 clause 10.2 requires a review of the effectiveness of corrective actions. The standard allows the \
      owner of the action to check it, but auditors give such a check little weight. Let the internal auditor, or \
      another role that had no part in the action, check it.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, action) in facts.records(CorrectiveAction.self) {
        guard let checker = asOf.effectiveness(of: action)?.checkedBy, let owner = entry.head?.owner,
          RecordID.key(checker.id) == RecordID.key(owner.id)
        else { continue }
        reporter.report(
          "the effectiveness of \(entry.named) was checked only by its own owner", in: entry, "effectiveness.checked_by",
          others: [entry.label("owner", "the same role")], help: "have the action checked by a role that had no part in it")
      }
    },
    bad: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - id: CAR-001
          title: Assess the suppliers
          owner: ROL-002
          due: 2026-03-31
          done: 2026-03-30
          effectiveness: {checked_by: ⟦ROL-002⟧, date: 2026-06-15, effective: true}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-02-10, cause: no owner, actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["corrective-actions.yaml": ("checked_by: ROL-002", "checked_by: ROL-003")]))
}
