import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let nonconformityWithoutCause = RuleID("nonconformity-without-cause")
}

extension Rules {
  static let nonconformityWithoutCause = Rule(
    .nonconformityWithoutCause, .traceability, .warning,
    title: "the cause of a nonconformity is known before it is closed",
    clauses: ["10.2"],
    explanation: """
      After a nonconformity the organisation has to find out why it happened and whether it could happen elsewhere. \
      Without a cause the action mends the one case only. This is said of a nonconformity that is closed, whose \
      action is done, or that was found more than 30 days ago; 30 days are a common term, not one of the standard. \
      Write the cause under `cause`: not what happened, but why it could happen.
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
        - id: ⟦NCR-001⟧
          title: Supplier assessments late
          found: 2026-03-10
          actions: [CAR-001]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
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
          found: 2026-03-10
          cause: the reminder hung on the contract, which moves
          actions: [CAR-001]
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    for (position, entry, nonconformity) in facts.records(Nonconformity.self) where nonconformity.cause == nil {
      let isDone = dossier.targets(of: position, "actions").contains { action in
        ((dossier.entries[action].record as? CorrectiveAction)?.done).map { asOf.includes($0) } ?? false
      }
      let isClosed = facts.status(of: position) == .closed
      guard isClosed || isDone || asOf.isPast(nonconformity.found.plus(30)) else { continue }
      let state =
        isClosed
        ? "is closed" : isDone ? "has an action that is done" : "was found on \(nonconformity.found)"
      reporter.report(
        "\(entry.named) \(state), but its cause is not known", in: entry,
        help: "find out why it could happen and write it under `cause`")
    }
  }
}
