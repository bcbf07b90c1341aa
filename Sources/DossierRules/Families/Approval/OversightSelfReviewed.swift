import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let oversightSelfReviewed = RuleID("oversight-self-reviewed")
}

extension Rules {
  static let oversightSelfReviewed = Rule(
    .oversightSelfReviewed, .approval, .warning, title: "an oversight review is checked by another role",
    clauses: ["A.9.2", "A.6.2.6"],
    explanation: """
      An oversight event records the decision of a human reviewer. A second check of such decisions is itself a \
      control. This check shows whether reviewers really decide or only confirm the outputs of the system. This rule \
      reports an event that has the same role in `reviewer` and in `reviewed_by`. No other role has then checked the \
      decision. Let another role, such as the owner of the system, check some of the decisions. Write that role in \
      `reviewed_by`.
      """,
    check: { facts, reporter in
      for (_, entry, event) in facts.records(OversightEvent.self) {
        guard let second = event.reviewedBy, RecordID.key(second.id) == RecordID.key(event.reviewer.id) else { continue }
        reporter.report(
          "\(entry.named) was checked only by its own reviewer", in: entry, "reviewed_by",
          others: [entry.label("reviewer", "the same role")], help: "have the review checked by another role")
      }
    },
    bad: RuleExample([
      "oversight.yaml": """
      kind: oversight-event
      records:
        - {id: OVS-001, title: Refusal withdrawn, system: AIS-001, date: 2026-05-04, reviewer: ROL-003, reviewed_by: ⟦ROL-003⟧}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["oversight.yaml": ("reviewed_by: ROL-003", "reviewed_by: ROL-002")]))
}
