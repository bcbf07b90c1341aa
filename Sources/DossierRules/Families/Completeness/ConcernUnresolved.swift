import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let concernUnresolved = RuleID("concern-unresolved")
}

extension Rules {
  static let concernUnresolved = Rule(
    .concernUnresolved, .completeness, .warning, title: "a closed concern has an outcome",
    clauses: ["A.3.3"],
    explanation: """
      A closed concern must have `handled_by` and `outcome`. People trust a channel for concerns if they see results. \
      Control A.3.3 covers the reporting of concerns. Auditors expect to see who handled a concern and with what outcome. \
      "Nothing was wrong, and we told the person" is a valid outcome. Write both fields, or open the concern again.
      """,
    check: { facts, reporter in
      for (_, entry, concern) in facts.records(Concern.self, with: [.closed]) {
        let gaps = Gaps(
          of: entry,
          [
            ("the role that handled it", "handled_by", concern.handledBy != nil),
            ("an outcome", "outcome", concern.outcome != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) is closed, but lacks \(gaps.listed)", at: entry.path, entry.span(of: "status"),
          help: "write who handled the concern and with what outcome, or open the concern again")
      }
    },
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
    ]))
}
