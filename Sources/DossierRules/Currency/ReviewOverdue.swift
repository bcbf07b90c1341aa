import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let reviewOverdue = RuleID("review-overdue")
}

extension Rules {
  static let reviewOverdue = Rule(
    .reviewOverdue, .currency, .warning,
    title: "every record was reviewed by the day its review was due",
    clauses: ["7.5.2", "9.1"],
    explanation: """
      A record with a `review_cycle` promises to be looked at that often, one with `next_review` by that day. The day has \
      passed: the promise is broken, and nobody knows whether the text still holds. Review it, change what has to be \
      changed and write the day under `reviewed`, with the next one where `next_review` is used; if the cycle is too short \
      to be kept, choose one that is.
      """,
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: P1Y, reviewed: ⟦2025-05-14⟧}
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
      guard review.status == .overdue, let due = review.due else { continue }
      let last = review.last.map { "; the last review was on \($0)" } ?? ""
      reporter.report(
        "\(review.entry.named) was to be reviewed by \(due)\(last)", in: review.entry, review.field,
        help: "review it and write the day, or choose a cycle that can be kept")
    }
  }
}
