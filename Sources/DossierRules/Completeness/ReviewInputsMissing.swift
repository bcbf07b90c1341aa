import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewInputsMissing = RuleID("review-inputs-missing")
}

extension Rules {
  static let reviewInputsMissing = Rule(
    .reviewInputsMissing, .completeness, .warning, title: "a management review was given everything it has to consider",
    clauses: ["9.3.2"],
    explanation: """
      Clause 9.3.2 says what top management has to consider; a review that left something out may have decided without it. \
      The seven fields of `inputs` arrange it in this program's words and order, with risks and impacts as a field of their \
      own. Write for each what was presented, if only that there was nothing new. Reviews of a later day are not judged.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, review) in facts.records(ManagementReview.self) {
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
        "\(entry.named) had nothing before it on \(gaps.listed)", at: entry.path, entry.field("inputs")?.keySpan ?? entry.idSpan,
        help: "add what was presented; what was not belongs on the agenda of the next review")
    }
  }
}
