import DossierAssessment
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
      review is due at once. A review that is dated after the day that is judged does not count yet; where that is so \
      of more than ten records, as on a day long past, one message names them. Review the record and write the day \
      under `reviewed`.
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
  ) { facts, reporter in
    let asOf = facts.asOf
    let open = facts.reviews.all.filter { $0.status == .neverReviewed }
    for review in open where !review.isRecordedAhead {
      reporter.report(
        review.due.map { "\(review.entry.named) was to be reviewed for the first time by \($0)" }
          ?? "\(review.entry.named) is to be reviewed every \(review.cycle?.description ?? "so often"), but never was",
        in: review.entry, "review_cycle", help: "review it and write the day under `reviewed`")
    }
    let later = open.filter(\.isRecordedAhead).map(\.entry)
    let help = "review it and write the day, or correct the day under `reviewed`"
    if let first = later.first, later.count > 10 {
      reporter.report(
        "no review by \(asOf) is on record of \(later.count) records whose `reviewed` is after that day: \(later.map(\.id).listed(6))",
        in: first, "reviewed", others: later.dropFirst().prefix(4).map { $0.label("reviewed", "here too") }, help: help)
    } else {
      for entry in later {
        let day = entry.head?.reviewed.map { "\($0)" } ?? "another day"
        reporter.report(
          "no review of \(entry.named) by \(asOf) is on record: the one of \(day) is dated after that day", in: entry, "reviewed",
          help: help)
      }
    }
  }
}
