import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let biasUnexamined = RuleID("bias-unexamined")
}

extension Rules {
  static let biasUnexamined = Rule(
    .biasUnexamined, .completeness, .warning, title: "personal data that trains a system was examined for bias",
    clauses: ["A.7.4", "A.7.2"],
    explanation: """
      Data about people carry the habits of those who collected them. Of a data set with personal data that a system or \
      model is trained on, auditors expect to read how well it stands for the people it is used on, or which tests for bias \
      were made. Write `representativeness`, `bias_tests` or both; a known gap that is written down is worth more than \
      silence.
      """,
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(id: "⟦DTS-001⟧", "personal_data: {categories: [income]}"),
      "ais-001.md": ExampleText.system("training_data: [DTS-001]"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset(
        "personal_data: {categories: [income]}\nrepresentativeness: applicants over 60 are 7 % here and 8 % among those of today"),
      "ais-001.md": ExampleText.system("training_data: [DTS-001]"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    for (position, entry, data) in facts.records(Dataset.self) where data.personalData != nil {
      guard data.representativeness == nil, asOf.done(data.biasTests).isEmpty else { continue }
      let trains = dossier.graph.edges(to: .entry(position)).contains {
        $0.site.field == "training_data" || $0.site.field == "training.data"
      }
      guard trains else { continue }
      reporter.report(
        "\(entry.named) trains a system with data about people, and no examination for bias is recorded", at: entry.path,
        entry.idSpan, help: "write `representativeness` or the results of `bias_tests`")
    }
  }
}
