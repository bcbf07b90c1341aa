import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let actionIneffective = RuleID("action-ineffective")
}

extension Rules {
  static let actionIneffective = Rule(
    .actionIneffective, .traceability, .warning, title: "an action that did not work is followed by another", clauses: ["10.2"],
    explanation: """
      Checking an action means that it can turn out not to have worked. Then the nonconformity is still there, and \
      something else has to be tried. An action with `effective: false` and no later action under the same \
      nonconformity or incident leaves the matter open in silence. Add a new action, with an owner and a day, to the \
      record that this one answers.
      """,
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
    good: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - id: CAR-001
          title: Remind the owners by mail
          owner: ROL-002
          due: 2026-03-31
          done: 2026-03-30
          effectiveness: {checked_by: ROL-003, date: 2026-06-15, effective: false}
        - {id: CAR-002, title: Block orders without an assessment, owner: ROL-002, due: 2026-09-30}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-02-10, cause: no owner, actions: [CAR-001, CAR-002]}
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    for (position, entry, action) in facts.records(CorrectiveAction.self)
    where action.effectiveness?.effective == false {
      let checked = action.effectiveness?.date ?? action.done ?? action.due
      guard asOf.includes(checked) else { continue }
      let sources = [Nonconformity.name, Incident.name].flatMap { dossier.origins(of: position, $0, "actions") }
      let isFollowed = sources.flatMap { dossier.targets(of: $0, "actions") }.contains { other in
        guard other != position, let record = dossier.entries[other].record as? CorrectiveAction else { return false }
        return (record.done ?? record.due) >= checked
      }
      guard !isFollowed else { continue }
      reporter.report(
        "\(entry.named) did not work, and no later action takes its place", in: entry, "effectiveness.effective",
        help: "add another action to the record that this one answers")
    }
  }
}
