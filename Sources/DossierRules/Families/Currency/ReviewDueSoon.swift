import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewDueSoon = RuleID("review-due-soon")
}

extension Rules {
  static let reviewDueSoon = Rule(
    .reviewDueSoon, .currency, .note, title: "no review is due within thirty days", clauses: ["7.5.2", "9.1"],
    explanation: """
      This note is only a reminder. The next review of the record is due within thirty days after the as-of date. The \
      due date is the day in `next_review`, or the end of the review cycle. Review the record, and write the day of \
      the review in `reviewed`. To see the reviews that will be overdue on a later day, such as the day of the next \
      audit, run `dossier check --as-of DAY`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for review in facts.reviews.all {
        guard review.isSet || review.last != nil, let due = review.due, asOf.isWithin(30, before: due) else {
          continue
        }
        let last = review.last.map { ", last reviewed on \($0)," } ?? ""
        reporter.report(
          "\(review.entry.named)\(last) must be reviewed by \(due)", in: review.entry, review.field,
          help: "review the record and write the day under `reviewed`")
      }
    },
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: P1Y, reviewed: ⟦2025-07-14⟧}
      """
    ]),
    good: .fixing(["documents.yaml": ("reviewed: 2025-07-14", "reviewed: 2026-05-14")]))
}
