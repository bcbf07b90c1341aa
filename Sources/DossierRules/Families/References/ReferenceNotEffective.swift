import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let referenceNotEffective = RuleID("reference-not-effective")
}

extension Rules {
  static let referenceNotEffective = Rule(
    .referenceNotEffective, .references, .warning, title: "effective records do not rely on drafts or rejected records",
    clauses: ["7.5.3", "8.1"],
    explanation: """
      An effective record must not rely on a record that is a draft, proposed, rejected or not effective yet. Otherwise it \
      claims something that nobody has decided: a control without an effective policy, or a check without final \
      evidence. Systems that are not in use and controls that are not implemented may refer to drafts. All records may \
      refer to planned systems. Make the other record effective, or refer to an effective record.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for reference in facts.dated.ineffectiveReferences {
        let target = dossier.entries[reference.target]
        let words: (problem: String, label: Diagnostic.Label, help: String) =
          switch reference.reason {
          case .draft:
            (
              "is a draft", target.label("status", "a draft"),
              "finish \(target.id) and set its status to `active`, or refer to an effective record"
            )
          case .proposed:
            (
              "is only proposed", target.label("status", "only proposed"),
              "decide on \(target.id) and set its status to `active`, or refer to an effective record"
            )
          case .rejected:
            ("was rejected", target.label("status", "rejected here"), "refer to an effective record, or remove the reference")
          case .effectiveFrom(let date):
            (
              "is not effective before \(date)",
              target.traits.date.map { target.label($0, "effective from this date") } ?? target.label("not effective yet"),
              "refer to a record that is effective now, or correct the date of \(target.id)"
            )
          }
        reporter.report(
          "\(dossier.name(of: reference.edge.origin)) relies on \(target.named), which \(words.problem)",
          at: reference.edge.site, others: [words.label], help: words.help)
      }
    },
    bad: RuleExample([
      "soa.md": ExampleText.control("documents: [⟦DOC-001⟧]"),
      "documents/doc-001.md": """
      ---
      kind: document
      id: DOC-001
      title: How answers are tested
      status: draft
      ---
      """,
    ]),
    good: .fixing(["documents/doc-001.md": ("status: draft", "status: active")]))
}
