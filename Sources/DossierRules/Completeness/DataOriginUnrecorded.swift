import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let dataOriginUnrecorded = RuleID("data-origin-unrecorded")
}

extension Rules {
  static let dataOriginUnrecorded = Rule(
    .dataOriginUnrecorded, .completeness, .warning, title: "a data set says how it was collected and prepared",
    clauses: ["A.7.3", "A.7.5", "A.7.6"],
    explanation: """
      The worth of a data set depends on how it came about: who collected it in what way, and what was done to it \
      afterwards. Controls of area A.7 deal with acquisition, provenance and preparation one by one. Write `collection` and \
      `preprocessing`; for data taken over from another set, name that in `provenance`, and the collection is told there.
      """,
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(id: "⟦DTS-001⟧"), "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset(
        "collection: exported from the help pages each night\npreprocessing: split at headings"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ])
  ) { facts, reporter in
    for (_, entry, data) in facts.records(Dataset.self) {
      let gaps = Gaps([
        "how it was collected (`collection`)": data.collection != nil || !data.provenance.isEmpty,
        "how it was prepared (`preprocessing`)": data.preprocessing != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "write it down while somebody still knows")
    }
  }
}
