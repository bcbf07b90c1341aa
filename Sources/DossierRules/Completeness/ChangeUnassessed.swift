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
      Changes are to be planned: why, and with what consequences for risks and for the people affected. A change to a system \
      without a trace to the impact assessments or risks that dealt with it leaves those to describe an older system. Write \
      `reason`, and name in `assessed_in` what was renewed or looked at again; where nothing had to change in it, that \
      record can say so.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, change) in facts.records(Change.self) {
      let gaps = Gaps([
        "its reason (`reason`)": change.reason != nil,
        "what assessed it (`assessed_in`)": !change.assessedIn.isEmpty || change.systems.isEmpty,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not give \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "write why it was made, and name the impact assessments or risks that deal with it")
    }
  }
}
