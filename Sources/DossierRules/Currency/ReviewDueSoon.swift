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
      Nothing is wrong yet. The cycle of this record ends, or its `next_review` comes, within thirty days of the day that \
      is judged, so that there is time to review it before it is overdue. With `--as-of` and a later day, `dossier check` \
      tells what will be overdue then, for example on the day of the next audit.
      """,
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: P1Y, reviewed: ⟦2025-07-14⟧}
      """
    ]),
    good: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: P1Y, reviewed: 2026-05-14}
      """
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for review in facts.reviews.all {
      guard review.isSet || review.last != nil, let due = review.due, !asOf.isPast(due), due <= asOf.date.plus(30) else {
        continue
      }
      let last = review.last.map { ", last reviewed on \($0)," } ?? ""
      reporter.report(
        "\(review.entry.named)\(last) is to be reviewed by \(due)", in: review.entry, review.field,
        help: "review it and write the day")
    }
  }
}
