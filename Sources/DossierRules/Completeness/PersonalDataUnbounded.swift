import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let personalDataUnbounded = RuleID("personal-data-unbounded")
}

extension Rules {
  static let personalDataUnbounded = Rule(
    .personalDataUnbounded, .completeness, .warning, title: "personal data is kept for a time and no more than needed",
    clauses: ["A.4.3", "A.7.2", "A.7.3"],
    explanation: """
      Data about people has to end one day, and to hold no more than its purpose needs. For a data set that says it holds \
      such data, auditors of an AI management system read both in the register, because they decide what a leak or a wrong \
      model can do. Write `retention` and `personal_data.minimisation`; of a closed data set, the day in `deletion_verified` \
      takes the place of the first.
      """,
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset("⟦personal_data⟧: {categories: [income]}"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset(
        "personal_data: {categories: [income], minimisation: names replaced by keys}\nretention: five years from the application"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (position, entry, data) in facts.records(Dataset.self, with: [.effective, .closed]) {
      guard let personal = data.personalData, let field = entry.field("personal_data") else { continue }
      // Of data still in use, the day says only that older rows went.
      let isDeleted = facts.status(of: position) == .closed && data.deletionVerified.map { asOf.includes($0) } ?? false
      let gaps = Gaps([
        "how long it is kept (`retention`)": data.retention != nil || isDeleted,
        "how it is held to what is needed (`minimisation`)": personal.minimisation != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) holds data about people and does not say \(gaps.listed)", at: entry.path, field.keySpan,
        help: "write down the rule that is followed, or make one")
    }
  }
}
