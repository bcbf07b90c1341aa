import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let rightsUnstated = RuleID("rights-unstated")
}

extension Rules {
  static let rightsUnstated = Rule(
    .rightsUnstated, .completeness, .error, title: "a data set states its usage rights",
    clauses: ["A.7.3"],
    explanation: """
      Data is used under a licence, a contract or a lawful basis, or because the organisation owns it. A data \
      set without any of these must not be used until the right is known. Control A.7.3 covers the acquisition \
      of data. Write the licence or the contract in `licence` of `rights`. For your own data, write there that \
      the organisation owns the data. For personal data, write `lawful_basis`.
      """,
    check: { facts, reporter in
      for (_, entry, data) in facts.records(Dataset.self) {
        let rights = [data.rights.licence, data.rights.lawfulBasis].compactMap { $0 }
        guard rights.allSatisfy(EmptyPhrase.saysNothing) else { continue }
        reporter.report(
          "\(entry.named) has neither a licence nor a lawful basis", at: entry.path, entry.span(of: "rights"),
          help: "write in `rights` the licence or the lawful basis under which it is used")
      }
    },
    bad: RuleExample([
      "dts-001.md": ExampleText.dataset(rights: "rights: ⟦{licence: none}⟧"),
      "question.md": ExampleText.mention(of: "DTS-001"),
    ]),
    good: .fixing(["dts-001.md": ("rights: {licence: none}", "rights: {licence: written by our own staff}")]))
}
