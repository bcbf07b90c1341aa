import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlOwnerMissing = RuleID("control-owner-missing")
}

extension Rules {
  static let controlOwnerMissing = Rule(
    .controlOwnerMissing, .applicability, .warning, title: "an applicable control has an owner",
    clauses: ["6.1.3", "5.3", "A.3.2"],
    explanation: """
      If a control has no owner, no role is responsible when the control fails. Auditors interview the person who runs \
      the control, not the author of the statement of applicability. Write in `owner` of the control implementation \
      the role that runs the control. An excluded control needs no owner.
      """,
    check: { facts, reporter in
      for (_, entry, line) in facts.records(ControlImplementation.self)
      where line.applicable && entry.head?.owner == nil && !entry.cannotRead("owner") {
        reporter.report(
          "\(entry.named) applies \(line.control.text), but has no owner", at: entry.path, entry.idSpan,
          help: "write in `owner` the role that runs the control")
      }
    },
    bad: RuleExample(["soa.md": ExampleText.control(id: "⟦SOA-A-6-2-4⟧")]),
    good: RuleExample(["soa.md": ExampleText.control("owner: ROL-001"), "roles.yaml": ExampleText.role]))
}
