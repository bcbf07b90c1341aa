import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let auditIncomplete = RuleID("audit-incomplete")
}

extension Rules {
  static let auditIncomplete = Rule(
    .auditIncomplete, .completeness, .warning, title: "an audit has criteria, a method and a recipient of its results",
    clauses: ["9.2.2"],
    explanation: """
      An audit record must have `criteria`, `method` and `report_to`. Clause 9.2.2 requires that the criteria and the \
      scope of each audit are defined. The clause also requires that the results are reported to the managers \
      concerned. If an audit used samples, auditors also ask how the samples were chosen, so write this in `method`. \
      Write the missing fields. Audits dated after the as-of date are not checked.
      """,
    check: { facts, reporter in
      for (_, entry, audit) in facts.records(Audit.self) {
        let gaps = Gaps(
          of: entry,
          [
            ("criteria", "criteria", audit.criteria != nil),
            ("a method", "method", audit.method != nil),
            ("a recipient of the results", "report_to", audit.reportTo != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields from the audit report")
      }
    },
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
    ]))
}
