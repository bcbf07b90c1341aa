import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let closedBeforeDone = RuleID("closed-before-done")
}

extension Rules {
  static let closedBeforeDone = Rule(
    .closedBeforeDone, .traceability, .error, title: "a closed action is done, and a closed nonconformity has no open actions",
    clauses: ["10.2"],
    explanation: """
      A closed action must have a date in `done`. If a nonconformity is closed, all its actions must have a date in \
      `done`. Otherwise the closed record contradicts the open work. Clause 10.2 requires that actions are implemented \
      and reviewed. If the action was done, write the day in `done` of the action. If the action is still open, set \
      the status of the closed record back to `active`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (_, entry, action) in facts.records(CorrectiveAction.self, with: [.closed])
      where action.done == nil && !entry.cannotRead("done") {
        reporter.report(
          "\(entry.named) is closed, but has no date in `done`", in: entry, "status",
          help: "write the date in `done`, or set the status back to `active`")
      }
      for (position, entry, _) in facts.records(Nonconformity.self, with: [.closed]) {
        // Only effective actions are considered, because the loop above already reports closed actions.
        let open = dossier.targets(of: position, "actions").filter(facts.isEffective).map { dossier.entries[$0] }.filter {
          action in
          (action.record as? CorrectiveAction).map { $0.done == nil && !action.cannotRead("done") } ?? false
        }
        guard let first = open.first else { continue }
        reporter.report(
          "\(entry.named) is closed, but \(open.map(\.id).listed()) \(open.count == 1 ? "is" : "are") not done", in: entry,
          "status",
          others: [first.label("no `done` here")],
          help: "write the day in `done` of the action, or set the status of \(entry.id) back to `active`")
      }
    },
    bad: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: 2026-07-31}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - id: NCR-001
          title: Supplier assessments late
          status: ⟦closed⟧
          found: 2026-03-10
          cause: the reminder depended on the contract date, which changes
          actions: [CAR-001]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["corrective-actions.yaml": ("due: 2026-07-31", "due: 2026-07-31, done: 2026-05-21")]))
}
