import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let overrideUnexplained = RuleID("override-unexplained")
}

extension Rules {
  static let overrideUnexplained = Rule(
    .overrideUnexplained, .completeness, .warning, title: "who overrules a system says what was decided and why",
    clauses: ["A.9.2"],
    explanation: """
      An override is the most instructive thing oversight produces: a person saw something that the system did not. Without \
      the decision and its reason nobody can learn from it, and nobody can tell judgement from habit. Write `decision` and \
      `reason`.
      """,
    bad: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal withdrawn", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "decision: approved", "override: ⟦true⟧"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal withdrawn", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "decision: approved", "override: true", "reason: the employer had changed its name, not the applicant the job"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, event) in facts.records(OversightEvent.self) where event.overruled == true {
      let gaps = Gaps([
        "what was decided (`decision`)": event.decision != nil,
        "why (`reason`)": event.reason.map { !EmptyPhrase.saysNothing($0) } ?? false,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) overruled \(event.system.id) and does not say \(gaps.listed)", at: entry.path, entry.span(of: "override"),
        help: "ask the reviewer, and write what was decided and why")
    }
  }
}
