import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewOverdue = RuleID("review-overdue")
}

extension Rules {
  static let reviewOverdue = Rule(
    .reviewOverdue, .currency, .warning,
    title: "every record is reviewed by its due date",
    clauses: ["7.5.2", "9.1"],
    explanation: """
      A record with a `review_cycle` must be reviewed once in each cycle. A record with `next_review` must be reviewed \
      by the day in that field. This rule reports a record whose due date has passed, because nobody knows whether its \
      text is still correct. Review the record, change it where needed, and write the day in `reviewed`. If the record \
      has `next_review`, write the day of the following review in that field. If the cycle is too short, choose a \
      cycle that you can keep.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for review in facts.reviews.all {
        guard review.status == .overdue, let due = review.due else { continue }
        let last = review.last.map { "; the last review was on \($0)" } ?? ""
        reporter.report(
          "\(review.entry.named) was due for review on \(due)\(last)", in: review.entry, review.field,
          help: "review the record and write the day under `reviewed`, or choose a cycle that you can keep")
      }
    },
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: P1Y, reviewed: ⟦2025-05-14⟧}
      """
    ]),
    good: .fixing(["documents.yaml": ("reviewed: 2025-05-14", "reviewed: 2026-05-14")]))
}
