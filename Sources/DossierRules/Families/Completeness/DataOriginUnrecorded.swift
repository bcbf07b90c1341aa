import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let dataOriginUnrecorded = RuleID("data-origin-unrecorded")
}

extension Rules {
  static let dataOriginUnrecorded = Rule(
    .dataOriginUnrecorded, .completeness, .warning, title: "a data set states how it was collected and prepared",
    clauses: ["A.7.3", "A.7.5", "A.7.6"],
    explanation: """
      Each data set must have `preprocessing`. It must also have `collection` or `provenance`. `collection` states how \
      the data was collected. If the data comes from another data set, `provenance` refers to that data set, which \
      describes the collection. The quality of data depends on how it was collected and changed. Controls A.7.3, A.7.5 \
      and A.7.6 cover acquisition, provenance and preparation. Write the missing fields.
      """,
    check: { facts, reporter in
      for (_, entry, data) in facts.records(Dataset.self) {
        let gaps = Gaps(
          of: entry,
          [
            (
              "how it was collected", "collection",
              data.collection != nil || !data.provenance.isEmpty || entry.cannotRead("provenance")
            ),
            ("how it was prepared", "preprocessing", data.preprocessing != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) does not state \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "ask the people who collected or prepared the data, and record their answer")
      }
    },
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(id: "⟦DTS-001⟧"), "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset(
        "collection: exported from the help pages each night\npreprocessing: split at headings"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]))
}
