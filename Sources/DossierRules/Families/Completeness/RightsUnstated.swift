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
      A data set must have `licence` or `lawful_basis` in `rights`. Until the right to use the data is known, the \
      organisation must not use it. Control A.7.3 covers the acquisition of data. In `licence`, write the licence or \
      the contract under which you use the data. If your organisation owns the data, write this in `licence`. For \
      personal data, write the lawful basis in `lawful_basis`.
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
