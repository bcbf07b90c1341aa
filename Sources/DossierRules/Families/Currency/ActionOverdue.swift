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
      for action in facts.overdueActions {
        let entry = facts.dossier.entries[action.position]
        reporter.report(
          "\(action.index == nil ? "" : "an action of ")\(entry.named) was due on \(action.due), but was not done by \(facts.asOf)",
          in: entry, action.index.map { "actions[\($0)].due" } ?? "due",
          help: "do the action and write the day under `done`, or set a new due date and give the reason")
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
