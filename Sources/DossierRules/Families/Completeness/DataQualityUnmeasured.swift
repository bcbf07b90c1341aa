import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let dataQualityUnmeasured = RuleID("data-quality-unmeasured")
}

extension Rules {
  static let dataQualityUnmeasured = Rule(
    .dataQualityUnmeasured, .completeness, .warning, title: "the quality of a data set has been measured",
    clauses: ["A.7.4"],
    explanation: """
      Each data set must have at least one value in `quality` that was measured on or before the as-of date. Control \
      A.7.4 covers data quality. Without a measured value, the organisation cannot show that the data is suitable. \
      Examples of values are the share of missing values, the number of duplicates, the errors in a sample and the age \
      of the data. Measure the data, and write each value in `quality` with its date. Closed data sets whose deletion \
      was verified are not checked.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, data) in facts.records(Dataset.self, with: [.effective, .closed])
      where asOf.measured(data.quality).isEmpty && !entry.cannotRead("quality") {
        // Deleted data cannot be measured any more.
        if let day = data.deletionVerified, asOf.includes(day), facts.status(of: position) == .closed { continue }
        reporter.report(
          "\(entry.named) has no quality measurement", at: entry.path, entry.idSpan,
          help: "measure what matters for its use, and add it to `quality` with value and date")
      }
    },
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(id: "⟦DTS-001⟧"), "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset("quality: [{metric: articles checked by their author, value: 96 %, date: 2026-04-20}]"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]))
}
