import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let overrideUnreviewed = RuleID("override-unreviewed")
}

extension Rules {
  static let overrideUnreviewed = Rule(
    .overrideUnreviewed, .completeness, .warning, title: "a second role has reviewed each override",
    clauses: ["A.9.2"],
    explanation: """
      An oversight event with `override: true` must have `reviewed_by`. An override shows an error of the system or an \
      error of the person who overruled the system. Another role must therefore review each override. Without these \
      reviews, nobody notices if overrides concern mainly one group, one reviewer or one branch. Auditors often start \
      with overrides when they sample oversight events. Write in `reviewed_by` the role that reviewed the override.
      """,
    check: { facts, reporter in
      for (_, entry, event) in facts.records(OversightEvent.self) where event.overruled == true {
        guard event.reviewedBy == nil, !entry.cannotRead("reviewed_by") else { continue }
        reporter.report(
          "no second role has reviewed the override in \(entry.named)", at: entry.path, entry.span(of: "override"),
          help: "have another role review it, and write that role in `reviewed_by`")
      }
    },
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
    ]))
}
