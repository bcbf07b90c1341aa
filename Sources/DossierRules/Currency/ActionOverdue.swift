import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let actionOverdue = RuleID("action-overdue")
}

extension Rules {
  static let actionOverdue = Rule(
    .actionOverdue, .currency, .warning, title: "actions are done by the day they are due", clauses: ["10.2", "9.3.3"],
    explanation: """
      A corrective action, or an action of a management review, that is past its day and not done is the first thing \
      an auditor asks about, because it shows whether decisions are carried out. Do it and write the day under \
      `done`. If the day cannot be kept, the one who set it sets another, with the reason in the text.
      """,
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
    good: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: 2026-05-15, done: 2026-05-06}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-03-10, cause: no owner, actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    // What is said to be closed without a day is another rule's subject.
    for (position, entry, action) in facts.records(CorrectiveAction.self) {
      guard asOf.isPast(action.due), !asOf.includes(action.done),
        facts.status(of: position) != .closed || action.done != nil
      else { continue }
      reporter.report(
        "\(entry.named) was due on \(action.due) and was not done by \(asOf)", in: entry, "due",
        help: "do it and write the day under `done`, or have another day set, with the reason")
    }
    for (_, entry, review) in facts.records(ManagementReview.self) {
      for (i, action) in review.actions.enumerated() {
        guard let due = action.due, asOf.isPast(due), !asOf.includes(action.done) else { continue }
        reporter.report(
          "an action of \(entry.named) was due on \(due) and was not done by \(asOf)", in: entry, "actions[\(i)].due",
          help: "do it and write the day under `done`, or have another day set, with the reason")
      }
    }
  }
}
