import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let biasUnexamined = RuleID("bias-unexamined")
}

extension Rules {
  static let biasUnexamined = Rule(
    .biasUnexamined, .completeness, .warning, title: "personal training data was checked for bias",
    clauses: ["A.7.4", "A.7.2"],
    explanation: """
      This rule checks data sets with personal data that a system or a model uses for training. It reports a data set \
      that has neither `representativeness` nor a result in `bias_tests`. If the data is biased, the trained model can \
      repeat the bias. Auditors expect a statement on how representative the data is, or results of bias tests. Write \
      `representativeness`, `bias_tests` or both. If you know a gap in the data, record it in `representativeness`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      for (position, entry, data) in facts.records(Dataset.self) where data.personalData != nil {
        guard data.representativeness == nil, asOf.done(data.biasTests).isEmpty,
          !entry.cannotRead("representativeness", "bias_tests")
        else { continue }
        let trains = dossier.graph.edges(to: .entry(position)).contains {
          $0.site.field == "training_data" || $0.site.field == "training.data"
        }
        guard trains else { continue }
        reporter.report(
          "\(entry.named) is personal training data, but has neither `representativeness` nor a bias test on or before \(asOf)",
          at: entry.path, entry.idSpan, help: "write `representativeness`, or add results to `bias_tests`")
      }
    },
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
    ]))
}
