import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let closedBeforeDone = RuleID("closed-before-done")
}

extension Rules {
  static let closedBeforeDone = Rule(
    .closedBeforeDone, .traceability, .error, title: "nothing is closed while its actions are open", clauses: ["10.2"],
    explanation: """
      A nonconformity is closed when its corrective actions are done, and an action when it has been carried out. \
      One that is closed while the action has no day in `done` contradicts itself, and the open work drops out of \
      every list. Write when the action was done, or open the record again.
      """,
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
          cause: the reminder hung on the contract, which moves
          actions: [CAR-001]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: 2026-07-31, done: 2026-05-21}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - id: NCR-001
          title: Supplier assessments late
          status: closed
          found: 2026-03-10
          cause: the reminder hung on the contract, which moves
          actions: [CAR-001]
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (_, entry, action) in facts.records(CorrectiveAction.self, with: [.closed]) where action.done == nil {
      reporter.report(
        "\(entry.named) is closed, but does not say when it was done", in: entry, "status",
        help: "write the day under `done`, or set the status back to `active`")
    }
    for (position, entry, _) in facts.records(Nonconformity.self, with: [.closed]) {
      // A closed action without a date is reported at that action.
      let open = dossier.targets(of: position, "actions").filter(facts.isEffective).map { dossier.entries[$0] }.filter {
        ($0.record as? CorrectiveAction).map { $0.done == nil } ?? false
      }
      guard let first = open.first else { continue }
      reporter.report(
        "\(entry.named) is closed, but \(open.map(\.id).listed()) \(open.count == 1 ? "is" : "are") not done", in: entry,
        "status",
        others: [first.label("no `done` here")], help: "write when the action was done, or set the status back to `active`")
    }
  }
}
