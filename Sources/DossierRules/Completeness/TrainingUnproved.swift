import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let trainingUnproved = RuleID("training-unproved")
}

extension Rules {
  static let trainingUnproved = Rule(
    .trainingUnproved, .completeness, .warning, title: "a training says what it was about and what shows it",
    clauses: ["7.2"],
    explanation: """
      Clause 7.2 asks for documented evidence of competence. A line that a training took place says neither what people \
      learned nor that they were there. Write `subject`, and name in `evidence` what shows it: a list of those present, \
      results of a test. Planned trainings are not judged.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, training) in facts.records(Training.self) {
      let gaps = Gaps([
        "what it was about (`subject`)": training.subject != nil, "what shows it (`evidence`)": training.evidence != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "add it, and keep the list of those present as evidence")
    }
  }
}
