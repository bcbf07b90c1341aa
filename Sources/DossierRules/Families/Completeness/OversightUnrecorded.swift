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
      An oversight event must have `decision`, `had_information` and `had_time`. Oversight is meaningful if the \
      reviewer decided, had the necessary information, and had enough time. The standard does not require these \
      fields, but auditors ask for this information. Without the fields, the records do not show whether a reviewer is \
      careful or approves everything within seconds. Write the missing fields. For an override, `override-unexplained` \
      checks `decision`.
      """,
    check: { facts, reporter in
      for (_, entry, event) in facts.records(OversightEvent.self) {
        let gaps = Gaps(
          of: entry,
          [
            // This rule does not check the decision of an override, because `override-unexplained` checks it.
            ("the decision", "decision", event.decision != nil || event.overruled == true),
            ("whether the reviewer had the information", "had_information", event.hadInformation != nil),
            ("whether the reviewer had the time", "had_time", event.hadTime != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) does not state \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "ask the reviewer, and write the answer in the missing fields")
      }
    },
    bad: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "⟦OVS-001⟧", "A refusal kept", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "decision: refusal confirmed"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing([
      "ovs-001.md": ("decision: refusal confirmed", "decision: refusal confirmed\nhad_information: true\nhad_time: true")
    ]))
}
