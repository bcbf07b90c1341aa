import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewInputsMissing = RuleID("review-inputs-missing")
}

extension Rules {
  static let reviewInputsMissing = Rule(
    .reviewInputsMissing, .completeness, .warning, title: "a management review considered all required inputs",
    clauses: ["9.3.2"],
    explanation: """
      A management review must have an entry in each of the seven fields of `inputs`. Clause 9.3.2 requires top \
      management to consider these subjects. The names and the order of the fields come from dossier, not from the \
      standard. If an entry is missing, management may have decided without that information. Write in each field what \
      was presented. If there was nothing new, write that. Reviews dated after the as-of date are not checked.
      """,
    check: { facts, reporter in
      for (_, entry, review) in facts.records(ManagementReview.self) where !entry.cannotRead("inputs") {
        let inputs = review.inputs
        let gaps = Gaps([
          "`previous_actions`": inputs?.previousActions != nil,
          "`context_changes`": inputs?.contextChanges != nil,
          "`risk_and_impact`": inputs?.riskAndImpact != nil,
          "`monitoring`": inputs?.monitoring != nil,
          "`audit_findings`": inputs?.auditFindings != nil,
          "`incidents_and_nonconformities`": inputs?.incidentsAndNonconformities != nil,
          "`opportunities`": inputs?.opportunities != nil,
        ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) has no input on \(gaps.listed)", at: entry.path, entry.field("inputs")?.keySpan ?? entry.idSpan,
          help: "add what was presented, and put the other subjects on the agenda of the next review")
      }
    },
    bad: RuleExample([
      "mrv-001.md": ExampleText.file(
        "management-review", "MRV-001", "First review", "date: 2026-04-16", "attended: [ROL-001]",
        "⟦inputs⟧: {monitoring: all metrics within their limits}"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "mrv-001.md": ExampleText.file(
        "management-review", "MRV-001", "First review", "date: 2026-04-16", "attended: [ROL-001]",
        """
        inputs:
          previous_actions: first review, none
          context_changes: one new supplier
          risk_and_impact: six risks, none above the limit
          monitoring: all metrics within their limits
          audit_findings: one minor
          incidents_and_nonconformities: one incident, closed
          opportunities: shorter way to a person
        """),
      "roles.yaml": ExampleText.role,
    ]))
}
