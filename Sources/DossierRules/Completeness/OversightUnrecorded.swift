import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let oversightUnrecorded = RuleID("oversight-unrecorded")
}

extension Rules {
  static let oversightUnrecorded = Rule(
    .oversightUnrecorded, .completeness, .warning, title: "an oversight event records the decision, the information and the time",
    clauses: ["A.9.2"],
    explanation: """
      Whether oversight is meaningful shows in three things: the reviewer decided something, had what was needed to judge, \
      and had the time. The standard does not prescribe this form; auditors ask for it, because approving everything in \
      seconds looks the same on a list. Write `decision`, `had_information` and `had_time`.
      """,
    bad: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "⟦OVS-001⟧", "A refusal kept", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "decision: refusal stands"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal kept", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "decision: refusal stands", "had_information: true", "had_time: true"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, event) in facts.records(OversightEvent.self) {
      let gaps = Gaps([
        // What an override decided is asked for by another rule.
        "what was decided (`decision`)": event.decision != nil || event.overruled == true,
        "whether the information was there (`had_information`)": event.hadInformation != nil,
        "whether the time was (`had_time`)": event.hadTime != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "ask the reviewer, and record it on the day")
    }
  }
}
