import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let rightsUnstated = RuleID("rights-unstated")
}

extension Rules {
  static let rightsUnstated = Rule(
    .rightsUnstated, .completeness, .error, title: "a data set is used by some right",
    clauses: ["A.7.3"],
    explanation: """
      Data is used by a right: a licence, a contract, a lawful basis, or that it is one's own. A data set whose `rights` \
      name none must not be used until somebody knows. Write `licence` for data that came from others or is your own work, \
      and `lawful_basis` where it is about people.
      """,
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(rights: "rights: ⟦{licence: none}⟧"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: RuleExample([
      "dts-001.md": ExampleText.dataset(), "question.md": ExampleText.mention(of: "DTS-001"),
    ])
  ) { facts, reporter in
    for (_, entry, data) in facts.records(Dataset.self) {
      let rights = [data.rights.licence, data.rights.lawfulBasis].compactMap { $0 }
      guard rights.allSatisfy(EmptyPhrase.saysNothing) else { continue }
      reporter.report(
        "\(entry.named) names neither a licence nor a lawful basis", at: entry.path, entry.span(of: "rights"),
        help: "write in `rights` by what licence or on what lawful basis it is used")
    }
  }
}
