import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let changeUnapproved = RuleID("change-unapproved")
}

extension Rules {
  static let changeUnapproved = Rule(
    .changeUnapproved, .approval, .warning,
    title: "a change by the organisation is approved",
    clauses: ["6.3", "8.1"],
    explanation: """
      ISO/IEC 42001, clauses 6.3 and 8.1, requires that changes are planned. Therefore, a responsible role must decide \
      about each change. This rule reports a change that took effect, but has neither `approved_by` nor an approval. \
      Write in `approved_by` the role that approved the change. Changes of law are not checked, because the \
      organisation does not approve laws.
      """,
    check: { facts, reporter in
      for (_, entry, change) in facts.records(Change.self) where change.subject != .law && change.approvedBy == nil {
        guard facts.approvals(of: entry).isEmpty, !entry.cannotRead("approved_by", "approvals") else { continue }
        reporter.report(
          "\(entry.named) took effect on \(change.date), but has no approval", in: entry,
          help: "write under `approved_by` the role that approved it")
      }
    },
    bad: RuleExample([
      "changes.yaml": """
      kind: change
      records:
        - {id: ⟦CHG-001⟧, title: New retriever, what: model, date: 2026-05-04, systems: [AIS-001]}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["changes.yaml": ("date: 2026-05-04", "approved_by: ROL-001, date: 2026-05-04")]))
}
