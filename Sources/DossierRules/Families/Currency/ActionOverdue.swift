import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let actionOverdue = RuleID("action-overdue")
}

extension Rules {
  static let actionOverdue = Rule(
    .actionOverdue, .currency, .warning, title: "actions are done by their due date", clauses: ["10.2", "9.3.3"],
    explanation: """
      Auditors ask first about overdue actions, because they show whether decisions are carried out. This rule checks \
      corrective actions and the actions of management reviews. Do the action and write the day under `done`. If the due \
      date cannot be kept, the role that set it sets a new date and gives the reason in the text.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      // Another rule reports an action that is closed without a date.
      for (position, entry, action) in facts.records(CorrectiveAction.self) {
        guard asOf.isPast(action.due), !asOf.includes(action.done),
          facts.status(of: position) != .closed || action.done != nil
        else { continue }
        reporter.report(
          "\(entry.named) was due on \(action.due), but was not done by \(asOf)", in: entry, "due",
          help: "do it and write the day under `done`, or set a new date and give the reason")
      }
      for (_, entry, review) in facts.records(ManagementReview.self) {
        for (i, action) in review.actions.enumerated() {
          guard let due = action.due, asOf.isPast(due), !asOf.includes(action.done) else { continue }
          reporter.report(
            "an action of \(entry.named) was due on \(due), but was not done by \(asOf)", in: entry, "actions[\(i)].due",
            help: "do it and write the day under `done`, or set a new date and give the reason")
        }
      }
    },
    bad: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: ⟦2026-05-15⟧}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-03-10, cause: no owner, actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["corrective-actions.yaml": ("due: 2026-05-15", "due: 2026-05-15, done: 2026-05-06")]))
}
