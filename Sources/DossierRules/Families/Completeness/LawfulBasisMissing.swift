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
      A data set with `personal_data` must have `rights.lawful_basis`. A licence permits the use of a work, but not the \
      use of personal data. Data protection law requires a basis for the purpose for which the organisation uses the \
      data. This purpose can differ from the purpose of collection. Auditors read `licence` and `lawful_basis` together. \
      Write the basis in `rights.lawful_basis`. dossier does not check whether the basis is valid.
      """,
    check: { facts, reporter in
      for (_, entry, data) in facts.records(Dataset.self) where data.personalData != nil {
        // Data sets without a licence are skipped: if they have no lawful basis either, `rights-unstated` reports them.
        guard data.rights.lawfulBasis == nil, data.rights.licence != nil else { continue }
        reporter.report(
          "\(entry.named) has personal data, but no lawful basis", at: entry.path, entry.span(of: "rights"),
          help: "write the lawful basis for this use in `rights.lawful_basis`")
      }
    },
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(
        rights: "rights: ⟦{licence: contract with the bureau}⟧", "personal_data: {categories: [income]}"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: .fixing([
      "dts-001.md": ("rights: {licence: contract with the bureau}", "rights: {lawful_basis: performance of the credit contract}")
    ]))
}
