import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let effectivenessUnchecked = RuleID("effectiveness-unchecked")
}

extension Rules {
  static let effectivenessUnchecked = Rule(
    .effectivenessUnchecked, .currency, .warning,
    title: "the effectiveness of an action is checked within six months",
    clauses: ["10.2"],
    explanation: """
      ISO/IEC 42001, 10.2, requires a review of the effectiveness of corrective actions. This rule reports an action \
      if no such review is recorded six months after the day in `done`. After six months, the problem has had time to \
      return. Six months is a common limit, not a requirement of the standard. Look at cases that occurred after the \
      action. Write in `effectiveness` who checked the action, when, and what the result was.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      guard let halfYear = CalendarDuration("P6M") else { return }
      for (_, entry, action) in facts.records(CorrectiveAction.self) {
        guard let done = action.done, asOf.includes(done), let due = halfYear.after(done), asOf.isPast(due) else { continue }
        let isChecked = asOf.effectiveness(of: action)?.effective != nil
        guard !isChecked else { continue }
        reporter.report(
          "\(entry.named) was done on \(done), but has no check of its effectiveness", in: entry, "done",
          help: "look at cases that occurred after the action and write the result under `effectiveness`")
      }
    },
    bad: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: 2025-11-15, done: ⟦2025-11-06⟧}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2025-09-10, cause: no owner, actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing([
      "corrective-actions.yaml": (
        "done: 2025-11-06",
        "done: 2025-11-06, effectiveness: {checked_by: ROL-003, date: 2026-03-02, effective: true}"
      )
    ]))
}
