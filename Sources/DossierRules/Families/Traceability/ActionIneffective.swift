import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let actionIneffective = RuleID("action-ineffective")
}

extension Rules {
  static let actionIneffective = Rule(
    .actionIneffective, .traceability, .warning, title: "an ineffective action is followed by another action", clauses: ["10.2"],
    explanation: """
      A corrective action with `effective: false` needs a later action for the same nonconformity or incident. Clause \
      10.2 requires a review of the effectiveness of each corrective action. If an action was not effective, the cause \
      still exists, and another action is necessary. Create a new action with an owner and a due date. Then list the \
      new action in `actions` of the same nonconformity or incident.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      for (position, entry, action) in facts.records(CorrectiveAction.self)
      where action.effectiveness?.effective == false {
        let checked = action.effectiveness?.date ?? action.done ?? action.due
        guard asOf.includes(checked) else { continue }
        let sources = [Nonconformity.name, Incident.name].flatMap { dossier.origins(of: position, $0, "actions") }
        let isFollowed = sources.flatMap { dossier.targets(of: $0, "actions") }.contains { other in
          guard other != position, facts.counts(other), let record = dossier.entries[other].record as? CorrectiveAction else {
            return false
          }
          return (record.done ?? record.due) >= checked
        }
        guard !isFollowed else { continue }
        reporter.report(
          "\(entry.named) was not effective, but no later action replaces it", in: entry, "effectiveness.effective",
          help: "add another action to `actions` of the same nonconformity or incident")
      }
    },
    bad: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - id: CAR-001
          title: Remind the owners by mail
          owner: ROL-002
          due: 2026-03-31
          done: 2026-03-30
          effectiveness: {checked_by: ROL-003, date: 2026-06-15, effective: ⟦false⟧}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-02-10, cause: no owner, actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing([
      "corrective-actions.yaml": (
        "effectiveness: {checked_by: ROL-003, date: 2026-06-15, effective: false}",
        """
        effectiveness: {checked_by: ROL-003, date: 2026-06-15, effective: false}
          - {id: CAR-002, title: Block orders without an assessment, owner: ROL-002, due: 2026-09-30}
        """
      ),
      "nonconformities.yaml": ("actions: [CAR-001]", "actions: [CAR-001, CAR-002]"),
    ]))
}
