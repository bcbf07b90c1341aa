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
      Control A.7.4 is about the quality of data, and quality begins with measuring it: missing values, duplicates, errors \
      in a sample, age. A data set without one measured quality cannot be shown to be fit for anything. Add what was \
      measured, with value and date, to `quality`. Closed data sets whose deletion was verified are not meant.
      """,
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(id: "⟦DTS-001⟧"), "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset("quality: [{metric: articles checked by their author, value: 96 %, date: 2026-04-20}]"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (position, entry, data) in facts.records(Dataset.self, with: [.effective, .closed])
    where asOf.measured(data.quality).isEmpty {
      // What has been deleted is measured no more.
      if let day = data.deletionVerified, asOf.includes(day), facts.status(of: position) == .closed { continue }
      reporter.report(
        "no quality of \(entry.named) is on record", at: entry.path, entry.idSpan,
        help: "measure what matters for its use and add it to `quality` with value and date")
    }
  }
}
