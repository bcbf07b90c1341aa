import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewUndefined = RuleID("review-undefined")
}

extension Rules {
  static let reviewUndefined = Rule(
    .reviewUndefined, .completeness, .warning, title: "systems, risks and impact assessments state when they are reviewed next",
    clauses: ["8.2", "8.4", "A.6.2.6"],
    explanation: """
      An AI system in scope and an open risk must have `review_cycle` or `next_review`. The latest impact assessment of a \
      system can use `next` instead. Clauses 8.2 and 8.4 require that risk and impact assessments are repeated at planned \
      intervals. Auditors compare the interval with the dates of the reviews. Write an interval that fits the risk, and \
      keep to it.
      """,
    check: { facts, reporter in
      // Only the latest assessment of a system needs a review. If the assessment states `next`, that date is sufficient.
      let current = facts.records(ImpactAssessment.self).filter {
        $0.record.next == nil && facts.impactAssessments.contains($0.position)
      }
      let entries =
        facts.dated.systemsInScope.map(\.entry) + facts.records(Risk.self).map(\.entry)
        + current.filter { facts.isEffective($0.position) }.map(\.entry)
      for entry in entries where !entry.saysWhenReviewed {
        reporter.report(
          "\(entry.named) has neither a review cycle nor a date of the next review", at: entry.path, entry.idSpan,
          help: entry.kind.name == ImpactAssessment.name ? "add `next` or `review_cycle`" : "add `review_cycle`, such as `P1Y`")
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: .fixing(["ais-001.md": ("risk_class: limited", "risk_class: limited\nreview_cycle: P6M")]))
}
