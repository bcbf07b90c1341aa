import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let overrideUnexplained = RuleID("override-unexplained")
}

extension Rules {
  static let overrideUnexplained = Rule(
    .overrideUnexplained, .completeness, .warning, title: "an override states the decision and its reason",
    clauses: ["A.9.2"],
    explanation: """
      An oversight event with `override: true` must have `decision` and `reason`. In an override, a person decides \
      differently from the AI system. Without the decision and the reason, nobody can learn from the override. Control \
      A.9.2 covers processes for the responsible use of AI systems. Write both fields. A phrase such as "n/a" is not a \
      reason.
      """,
    check: { facts, reporter in
      for (_, entry, event) in facts.records(OversightEvent.self) where event.overruled == true {
        let gaps = Gaps(
          of: entry,
          [
            ("the decision", "decision", event.decision != nil),
            ("a reason", "reason", event.reason.map { !EmptyPhrase.saysNothing($0) } ?? false),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) overruled \(event.system.id), but lacks \(gaps.listed)", at: entry.path, entry.span(of: "override"),
          help: "ask the reviewer, and write the decision and its reason")
      }
    },
    bad: RuleExample([
      "ovs-001.md": ExampleText.file(
        "oversight-event", "OVS-001", "A refusal withdrawn", "system: AIS-001", "date: 2026-04-14", "reviewer: ROL-001",
        "decision: approved", "override: ⟦true⟧"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing([
      "ovs-001.md": ("override: true", "override: true\nreason: the employer had changed its name, not the applicant the job")
    ]))
}
