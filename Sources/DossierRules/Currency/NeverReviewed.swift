import DossierRecords
import DossierText

extension RuleID {
  static let neverReviewed = RuleID("never-reviewed")
}

extension Rules {
  static let neverReviewed = Rule(
    .neverReviewed, .currency, .warning,
    title: "what is reviewed in cycles has been reviewed once the first cycle is over",
    clauses: ["7.5.2", "9.1"],
    explanation: """
      A `review_cycle` without a day in `reviewed` is a promise that was never kept. The first cycle runs from the \
      latest approval, or from the day of the record where it has one of its own; where there is no such day, the \
      review is due at once. A review that is dated after the day that is judged does not count yet. Review the record and write the day under `reviewed`.
      """,
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: ⟦P1Y⟧}
      """
    ]),
    good: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, review_cycle: P1Y, reviewed: 2026-05-14}
      """
    ])
  ) { dossier, asOf, reporter in
    for review in Reviews(dossier, on: asOf).all
    where review.last == nil && !review.isSet && review.due ?? asOf.plus(-1) < asOf {
      if let later = review.entry.head?.reviewed, !later.hasCome(by: asOf) {
        reporter.report(
          "no review of \(review.entry.named) by \(asOf) is on record: the one of \(later) is dated after that day",
          in: review.entry, "reviewed", help: "review it and write the day, or correct the day under `reviewed`")
        continue
      }
      reporter.report(
        review.due.map { "\(review.entry.named) was to be reviewed for the first time by \($0)" }
          ?? "\(review.entry.named) is to be reviewed every \(review.cycle?.description ?? "so often"), but never was",
        in: review.entry, "review_cycle", help: "review it and write the day under `reviewed`")
    }
  }
}
