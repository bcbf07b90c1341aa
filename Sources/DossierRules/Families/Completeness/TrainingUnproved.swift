import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let trainingUnproved = RuleID("training-unproved")
}

extension Rules {
  static let trainingUnproved = Rule(
    .trainingUnproved, .completeness, .warning, title: "a training states its subject and its evidence",
    clauses: ["7.2"],
    explanation: """
      A training must have `subject` and `evidence`. Clause 7.2 requires documented evidence of competence. If a \
      record says only that a training took place, it shows neither who attended nor what people learned. Write the \
      subject in `subject`. Refer in `evidence` to evidence such as an attendance list or test results. Planned \
      trainings are not checked.
      """,
    check: { facts, reporter in
      for (_, entry, training) in facts.records(Training.self) {
        let gaps = Gaps(
          of: entry,
          [
            ("a subject", "subject", training.subject != nil), ("evidence", "evidence", training.evidence != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields, and keep the attendance list as evidence")
      }
    },
    bad: RuleExample([
      "trn-001.md": ExampleText.file(
        "training", "⟦TRN-001⟧", "Reading reason codes", "roles: [ROL-001]", "date: 2026-03-05", "subject: reading reason codes"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "trn-001.md": ExampleText.file(
        "training", "TRN-001", "Reading reason codes", "roles: [ROL-001]", "date: 2026-03-05", "subject: reading reason codes",
        "evidence: EVD-001"),
      "evd-001.md": ExampleText.evidence(),
      "roles.yaml": ExampleText.role,
    ]))
}
