import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let managementReviewGap = RuleID("management-review-gap")
}

extension Rules {
  static let managementReviewGap = Rule(
    .managementReviewGap, .currency, .warning,
    title: "a management review took place in the last twelve months",
    clauses: ["9.3.1"],
    explanation: """
      ISO/IEC 42001, 9.3, requires that top management reviews the management system at planned intervals. In \
      practice, this means at least once a year. This rule reports a workspace if no management review took place in \
      the twelve months before the as-of date. Without a review, no decisions on resources, objectives and improvement \
      are recorded. Hold the review with all its inputs, and record the decisions.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      guard let configuration = dossier.configurationEntry, !dossier.entries.isEmpty else { return }
      let last = facts.records(ManagementReview.self).max { $0.record.date < $1.record.date }
      guard last.map({ asOf.isOverAYearAfter($0.record.date) }) ?? true else { return }
      reporter.report(
        last.map { "the last management review was held on \($0.record.date), more than twelve months before \(asOf)" }
          ?? "no management review took place on or before \(asOf)",
        at: configuration.path, configuration.span(of: "organisation"),
        others: last.map { [$0.entry.label("date", "the last review")] } ?? [],
        help: "hold a management review and record it (`dossier new management-review`)")
    },
    bad: RuleExample([
      "dossier.yaml": """
      organisation: ⟦Example Ltd⟧
      """,
      "management-reviews.yaml": """
      kind: management-review
      records:
        - {id: MRV-001, title: Spring review, date: 2025-04-16, attended: [ROL-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["management-reviews.yaml": ("date: 2025-04-16", "date: 2026-04-16")]))
}
