import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewOutputsMissing = RuleID("review-outputs-missing")
}

extension Rules {
  static let reviewOutputsMissing = Rule(
    .reviewOutputsMissing, .completeness, .warning, title: "a management review records its decisions",
    clauses: ["9.3.3"],
    explanation: """
      A management review must have an entry for each of the four fields of `outputs`. Clause 9.3.3 requires decisions \
      on improvement and on changes to the management system. The fields cover suitability, improvements, resources, \
      and changes of the policy or objectives. Without recorded decisions, auditors cannot see the results of the \
      review. Write a decision in each of the four fields. "No change" is also a decision.
      """,
    check: { facts, reporter in
      for (_, entry, review) in facts.records(ManagementReview.self) where !entry.cannotRead("outputs") {
        let outputs = review.outputs
        let gaps = Gaps([
          "`suitability`": outputs?.suitability != nil,
          "`improvements`": outputs?.improvements != nil,
          "`resources`": outputs?.resources != nil,
          "`policy_or_objective_changes`": outputs?.policyOrObjectiveChanges != nil,
        ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) records no decision on \(gaps.listed)", at: entry.path, entry.field("outputs")?.keySpan ?? entry.idSpan,
          help: "add what was decided, also if nothing changes")
      }
    },
    bad: RuleExample([
      "mrv-001.md": ExampleText.file(
        "management-review", "MRV-001", "First review", "date: 2026-04-16", "attended: [ROL-001]",
        "⟦outputs⟧: {suitability: fits and works}"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "mrv-001.md": ExampleText.file(
        "management-review", "MRV-001", "First review", "date: 2026-04-16", "attended: [ROL-001]",
        """
        outputs:
          suitability: fits and works
          improvements: sample fifty answers a week and not twenty
          resources: four hours a week for it
          policy_or_objective_changes: none
        """),
      "roles.yaml": ExampleText.role,
    ]))
}
