import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let effectivenessUnchecked = RuleID("effectiveness-unchecked")
}

extension Rules {
  static let effectivenessUnchecked = Rule(
    .effectivenessUnchecked, .currency, .warning,
    title: "it is checked within six months whether an action worked",
    clauses: ["10.2"],
    explanation: """
      A corrective action is finished when somebody has seen that it worked, not when it is done. Six months after \
      `done` there has been time enough for the matter to come back, and the review of effectiveness is still \
      missing. Six months are a common term, not one of the standard. Look at new cases and write who checked, when, \
      and what came out under `effectiveness`.
      """,
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
    good: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: 2025-11-15, done: 2025-11-06, effectiveness: {checked_by: ROL-003, date: 2026-03-02, effective: true}}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2025-09-10, cause: no owner, actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    guard let halfYear = CalendarDuration("P6M") else { return }
    for (_, entry, action) in facts.records(CorrectiveAction.self) {
      guard let done = action.done, asOf.includes(done), let due = halfYear.after(done), asOf.isPast(due) else { continue }
      let isChecked = asOf.effectiveness(of: action)?.effective != nil
      guard !isChecked else { continue }
      reporter.report(
        "\(entry.named) was done on \(done), and nobody has checked since whether it worked", in: entry, "done",
        help: "look at new cases and write what came out under `effectiveness`")
    }
  }
}
