import DossierRecords
import DossierText

extension RuleID {
  static let reviewOutputsMissing = RuleID("review-outputs-missing")
}

extension Rules {
  static let reviewOutputsMissing = Rule(
    .reviewOutputsMissing, .completeness, .warning, title: "a management review decided on everything it has to decide on",
    clauses: ["9.3.3"],
    explanation: """
      A review ends with decisions. The fields of `outputs` ask for four: whether the management system still fits and \
      works, what is to be improved, what resources that takes, and what changes in policy or objectives. "No change" is a \
      decision when it is written down. Minutes that only report have no result an auditor could follow.
      """,
    bad: RuleExample([
      "mrv-001.md": ExampleRecord.file(
        "management-review", "MRV-001", "First review", "date: 2026-04-16", "attended: [ROL-001]",
        "⟦outputs⟧: {suitability: fits and works}"),
      "roles.yaml": ExampleRecord.roles,
    ]),
    good: RuleExample([
      "mrv-001.md": ExampleRecord.file(
        "management-review", "MRV-001", "First review", "date: 2026-04-16", "attended: [ROL-001]",
        """
        outputs:
          suitability: fits and works
          improvements: sample fifty answers a week and not twenty
          resources: four hours a week for it
          policy_or_objective_changes: none
        """),
      "roles.yaml": ExampleRecord.roles,
    ])
  ) { dossier, asOf, reporter in
    for (_, entry, review) in dossier.counting(ManagementReview.self, on: asOf) {
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
        help: "add what was decided, also where nothing changes")
    }
  }
}
