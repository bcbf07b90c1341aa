import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let changeUnapproved = RuleID("change-unapproved")
}

extension Rules {
  static let changeUnapproved = Rule(
    .changeUnapproved, .approval, .warning,
    title: "a change of the organisation's own had somebody's approval",
    clauses: ["6.3", "8.1"],
    explanation: """
      Changes to AI systems and to the management system are to be planned, which means that somebody decided them. \
      A change that took effect without `approved_by` and without an approval was made and then written down. Name \
      the role that approved it. A change of law is nobody's to approve and is not meant.
      """,
    bad: RuleExample([
      "changes.yaml": """
      kind: change
      records:
        - {id: ⟦CHG-001⟧, title: New retriever, what: model, date: 2026-05-04, systems: [AIS-001]}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "changes.yaml": """
      kind: change
      records:
        - {id: CHG-001, title: New retriever, what: model, approved_by: ROL-001, date: 2026-05-04, systems: [AIS-001]}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    for (_, entry, change) in facts.records(Change.self) where change.subject != .law && change.approvedBy == nil {
      guard facts.approvals(of: entry).isEmpty else { continue }
      reporter.report(
        "\(entry.named) took effect on \(change.date), but nobody approved it", in: entry,
        help: "name the role that approved it under `approved_by`")
    }
  }
}
