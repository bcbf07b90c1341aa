import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let auditIncomplete = RuleID("audit-incomplete")
}

extension Rules {
  static let auditIncomplete = Rule(
    .auditIncomplete, .completeness, .warning, title: "an audit has criteria, a method and somebody it was reported to",
    clauses: ["9.2.2"],
    explanation: """
      An audit is worth what it was held against, how it was done, and who had to read its result. Clause 9.2.2 asks that \
      criteria and scope be defined and that results reach the managers concerned; how the sample was drawn is what an \
      auditor asks about next. Write `criteria`, `method` and `report_to`. An audit planned for a later day is not judged.
      """,
    bad: RuleExample([
      "aud-001.md": ExampleText.file(
        "audit", "⟦AUD-001⟧", "First audit", "date: 2026-03-09", "scope: [A.6.2.4]", "auditors: [ROL-001]"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "aud-001.md": ExampleText.file(
        "audit", "AUD-001", "First audit", "date: 2026-03-09", "scope: [A.6.2.4]", "auditors: [ROL-001]",
        "criteria: ISO/IEC 42001 and our own test standard", "method: ten releases drawn by lot", "report_to: ROL-001"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, audit) in facts.records(Audit.self) {
      let gaps = Gaps([
        "what it was held against (`criteria`)": audit.criteria != nil,
        "how it was done (`method`)": audit.method != nil,
        "who received the result (`report_to`)": audit.reportTo != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "add what is missing from the audit's report")
    }
  }
}
