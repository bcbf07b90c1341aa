import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let concernUnresolved = RuleID("concern-unresolved")
}

extension Rules {
  static let concernUnresolved = Rule(
    .concernUnresolved, .completeness, .warning, title: "a concern that is closed has an outcome",
    clauses: ["A.3.3"],
    explanation: """
      A channel for concerns is trusted when something comes of what is said there. A concern that is closed should show who \
      dealt with it and with what outcome; "nothing was wrong, and we told them so" is one. Write `handled_by` and \
      `outcome`, or open the concern again.
      """,
    bad: RuleExample([
      "cnc-001.md": ExampleText.file(
        "concern", "CNC-001", "Answers sounded too sure", "raised: 2026-01-05", "status: ⟦closed⟧"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "cnc-001.md": ExampleText.file(
        "concern", "CNC-001", "Answers sounded too sure", "raised: 2026-01-05", "status: closed", "handled_by: ROL-001",
        "outcome: the assistant now says where an answer is taken from"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, concern) in facts.records(Concern.self, with: [.closed]) {
      let gaps = Gaps([
        "who dealt with it (`handled_by`)": concern.handledBy != nil, "what came of it (`outcome`)": concern.outcome != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) is closed and does not say \(gaps.listed)", at: entry.path, entry.span(of: "status"),
        help: "write down what came of it, or open it again")
    }
  }
}
