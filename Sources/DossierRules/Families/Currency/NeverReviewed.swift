import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let neverReviewed = RuleID("never-reviewed")
}

extension Rules {
  static let neverReviewed = Rule(
    .neverReviewed, .currency, .warning,
    title: "a record with a review cycle is reviewed before the first cycle ends",
    clauses: ["7.5.2", "9.1"],
    explanation: """
      This rule reports a record with a `review_cycle` if the first cycle has ended without a review. The first cycle \
      begins with the latest approval. Without an approval, the cycle begins with the date of the record. If the \
      record has no date either, the review is due at once. A review that is dated after the as-of date does not \
      count. If more than ten records have only such a later review, one message lists all of them. Review the record \
      and write the day under `reviewed`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      let open = facts.reviews.all.filter { $0.status == .neverReviewed }
      for review in open where !review.isRecordedAhead {
        reporter.report(
          review.due.map { "\(review.entry.named) was due for its first review on \($0)" }
            ?? "\(review.entry.named) has \(review.cycle.map { "the review cycle `\($0)`" } ?? "a review cycle"), but was never reviewed",
          in: review.entry, "review_cycle", help: "review the record and write the day under `reviewed`")
      }
      let later = open.filter(\.isRecordedAhead).map(\.entry)
      let help = "correct the day under `reviewed`, or review the record now and write the day there"
      if let first = later.first, later.count > 10 {
        reporter.report(
          "\(later.count) records have no review on or before \(asOf), only a later one: \(later.map(\.id).listed(6))",
          in: first, "reviewed", others: later.dropFirst().prefix(4).map { $0.label("reviewed", "here too") }, help: help)
      } else {
        for entry in later {
          let day = entry.head?.reviewed.map { "\($0)" } ?? "later"
          reporter.report(
            "\(entry.named) has no review on or before \(asOf): its review is dated \(day)", in: entry, "reviewed",
            help: help)
        }
      }
    },
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: ⟦P1Y⟧}
      """
    ]),
    good: .fixing(["documents.yaml": ("review_cycle: P1Y", "review_cycle: P1Y, reviewed: 2026-05-14")]))
}
