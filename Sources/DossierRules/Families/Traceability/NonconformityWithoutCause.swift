import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let nonconformityWithoutCause = RuleID("nonconformity-without-cause")
}

extension Rules {
  static let nonconformityWithoutCause = Rule(
    .nonconformityWithoutCause, .traceability, .warning,
    title: "a nonconformity has a cause",
    clauses: ["10.2"],
    explanation: """
      This rule checks a nonconformity that is closed, has a completed action, or was found more than 30 days ago. \
      Such a nonconformity must have a `cause`. Clause 10.2 requires the organisation to determine the causes and \
      whether similar nonconformities exist. If the cause is unknown, a corrective action fixes only one case. The \
      period of 30 days is common practice, not a requirement of the standard. Write in `cause` why the nonconformity \
      could happen, not what happened.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      for (position, entry, nonconformity) in facts.records(Nonconformity.self)
      where nonconformity.cause == nil && !entry.cannotRead("cause") {
        let isDone = dossier.targets(of: position, "actions").contains { action in
          ((dossier.entries[action].record as? CorrectiveAction)?.done).map { asOf.includes($0) } ?? false
        }
        let isClosed = facts.status(of: position) == .closed
        guard isClosed || isDone || asOf.isPast(nonconformity.found.plus(30)) else { continue }
        let state =
          isClosed
          ? "is closed" : isDone ? "has a completed action" : "was found on \(nonconformity.found)"
        reporter.report(
          "\(entry.named) \(state), but has no cause", in: entry,
          help: "find out why the nonconformity could happen, and write the reason in `cause`")
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
        - id: ⟦NCR-001⟧
          title: Supplier assessments late
          found: 2026-03-10
          actions: [CAR-001]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing([
      "nonconformities.yaml": (
        "found: 2026-03-10",
        "found: 2026-03-10\n    cause: the reminder depended on the contract date, which changes"
      )
    ]))
}
