import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let lawfulBasisMissing = RuleID("lawful-basis-missing")
}

extension Rules {
  static let lawfulBasisMissing = Rule(
    .lawfulBasisMissing, .completeness, .warning, title: "personal data has a lawful basis",
    clauses: ["A.7.2", "A.7.3"],
    explanation: """
      A licence allows the use of somebody's work, not of somebody's data. A data set that holds data about people needs a \
      basis in data protection law for the purpose it is used for here, which may differ from the one it was collected for. \
      Auditors read both fields side by side. Write the basis in `rights.lawful_basis`; whether it holds is for people to \
      judge.
      """,
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(
        rights: "rights: ⟦{licence: contract with the bureau}⟧", "personal_data: {categories: [income]}"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset(
        rights: "rights: {lawful_basis: performance of the credit contract}", "personal_data: {categories: [income]}"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ])
  ) { facts, reporter in
    for (_, entry, data) in facts.records(Dataset.self) where data.personalData != nil {
      // Without any right at all the other rule speaks.
      guard data.rights.lawfulBasis == nil, data.rights.licence != nil else { continue }
      reporter.report(
        "\(entry.named) holds data about people and names no lawful basis", at: entry.path, entry.span(of: "rights"),
        help: "write in `rights.lawful_basis` on what ground the data is used")
    }
  }
}
