import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let changeUnassessed = RuleID("change-unassessed")
}

extension Rules {
  static let changeUnassessed = Rule(
    .changeUnassessed, .completeness, .warning, title: "a change to a system has a reason and was assessed",
    clauses: ["6.3", "8.1"],
    explanation: """
      A change must give its `reason`. A change that lists AI systems in `systems` must also refer to an assessment in \
      `assessed_in`. Clause 6.3 requires that changes to the management system are planned. Auditors expect that the \
      risks and the effects on people are assessed again after a change. Otherwise the risks and impact assessments \
      describe an older system. Write `reason`. In `assessed_in`, list the risks and impact assessments that were \
      updated or checked again. If you checked an assessment and it needed no update, write this in the assessment.
      """,
    check: { facts, reporter in
      for (_, entry, change) in facts.records(Change.self) {
        let gaps = Gaps(
          of: entry,
          [
            ("a reason", "reason", change.reason != nil),
            ("an assessment", "assessed_in", !change.assessedIn.isEmpty || change.systems.isEmpty),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields; in `assessed_in`, refer to the impact assessments or risks that cover the change")
      }
    },
    bad: RuleExample([
      "chg-001.md": ExampleText.file(
        "change", "⟦CHG-001⟧", "New answer model", "what: model", "date: 2026-05-04", "systems: [AIS-001]",
        "reason: the old one is no longer offered"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "chg-001.md": ExampleText.file(
        "change", "CHG-001", "New answer model", "what: model", "date: 2026-05-04", "systems: [AIS-001]",
        "reason: the old one is no longer offered", "assessed_in: [RSK-001]"),
      "ais-001.md": ExampleText.system(),
      "rsk-001.md": ExampleText.risk(),
      "roles.yaml": ExampleText.role,
    ]))
}
