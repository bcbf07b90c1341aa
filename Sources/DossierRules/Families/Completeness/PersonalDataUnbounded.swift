import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let personalDataUnbounded = RuleID("personal-data-unbounded")
}

extension Rules {
  static let personalDataUnbounded = Rule(
    .personalDataUnbounded, .completeness, .warning, title: "personal data has a retention period and is minimised",
    clauses: ["A.4.3", "A.7.2", "A.7.3"],
    explanation: """
      A data set with `personal_data` must have `retention` and `personal_data.minimisation`. Data protection law \
      limits how much personal data is kept, and for how long. Auditors of an AI management system read both fields, \
      because a leak of less data does less harm. Write the missing fields. A closed data set needs no `retention` if \
      it has a date in `deletion_verified`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, data) in facts.records(Dataset.self, with: [.effective, .closed]) {
        guard let personal = data.personalData, let field = entry.field("personal_data") else { continue }
        // The date of deletion counts only if the data set is closed. Otherwise the date shows only that older rows were deleted.
        let isDeleted = facts.status(of: position) == .closed && data.deletionVerified.map { asOf.includes($0) } ?? false
        let gaps = Gaps(
          of: entry,
          [
            ("a retention period", "retention", data.retention != nil || isDeleted),
            ("a minimisation measure", "minimisation", personal.minimisation != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) has personal data, but lacks \(gaps.listed)", at: entry.path, field.keySpan,
          help: "decide how long the data is kept and how it is minimised, and add the missing fields")
      }
    },
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset("⟦personal_data⟧: {categories: [income]}"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset(
        "personal_data: {categories: [income], minimisation: names replaced by keys}\nretention: five years from the application"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]))
}
