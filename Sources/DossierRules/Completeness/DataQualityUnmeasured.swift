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
      A control of area A.7 asks for the quality of data to be fit for the purpose, and that begins with measuring it: \
      missing values, duplicates, errors in a sample, age. A data set without one measured quality cannot be shown to be fit \
      for anything. Add what was measured, with value and date, to `quality`.
      """,
    bad: RuleExample([
      "dts-001.md": ExampleRecord.dataset(id: "⟦DTS-001⟧"), "question.md": ExampleRecord.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleRecord.dataset("quality: [{metric: articles checked by their author, value: 96 %, date: 2026-04-20}]"),
      "question.md": ExampleRecord.mention(of: "DTS-001"),
    ])
  ) { dossier, asOf, reporter in
    for (_, entry, data) in dossier.counting(Dataset.self, on: asOf) where data.quality.isEmpty {
      // What has been deleted is measured no more.
      if let day = data.deletionVerified, day <= asOf, entry.head?.status == .closed { continue }
      reporter.report(
        "no quality of \(entry.named) is on record", at: entry.path, entry.idSpan,
        help: "measure what matters for its use and add it to `quality` with value and date")
    }
  }
}
