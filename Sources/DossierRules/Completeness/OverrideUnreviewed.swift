import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let overrideUnreviewed = RuleID("override-unreviewed")
}

extension Rules {
  static let overrideUnreviewed = Rule(
    .overrideUnreviewed, .completeness, .warning, title: "somebody else has looked at an override",
    clauses: ["A.9.2"],
    explanation: """
      Overrides show whether the system is wrong or the reviewer is. Somebody other than the reviewer has to look at them, \
      or a pattern (one group, one reviewer, one branch) goes unseen; auditors like to begin with them when they sample \
      oversight. Name the role that looked in `reviewed_by`.
      """,
    bad: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal withdrawn", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "override: ⟦true⟧"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal withdrawn", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "override: true", "reviewed_by: ROL-002"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": """
      kind: role
      records:
        - {id: ROL-001, title: Credit review team, accountable_for: [reviews]}
        - {id: ROL-002, title: Head of credit, accountable_for: [credit scoring]}
      """,
    ])
  ) { facts, reporter in
    for (_, entry, event) in facts.records(OversightEvent.self) where event.overruled == true {
      guard event.reviewedBy == nil else { continue }
      reporter.report(
        "nobody has looked at the override of \(entry.named)", at: entry.path, entry.span(of: "override"),
        help: "have another role look at it, and name that role in `reviewed_by`")
    }
  }
}
