import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let referenceNotEffective = RuleID("reference-not-effective")
}

extension Rules {
  static let referenceNotEffective = Rule(
    .referenceNotEffective, .references, .warning, title: "effective records do not rely on drafts, rejected or closed records",
    clauses: ["7.5.3", "8.1"],
    explanation: """
      An effective record must not rely on a record that is a draft, proposed or rejected, or on a policy or disclosure \
      that takes effect after the as-of date. It must not rely on a closed record either, unless the closed record is an \
      event or a data set. Otherwise the effective record claims something that nobody has decided, or that is no longer \
      true. An example is an implemented control whose policy is only a draft. An event must not rely on evidence that is \
      a draft, proposed or rejected, or on such a record in `assessed_in`. An event that is dated after the as-of date, \
      such as later evidence, is not reported as a target. Systems that are not in use and controls that are not \
      implemented may refer to any record. References to AI systems are not checked, because risks and metrics also \
      describe planned systems. Make the other record effective, or refer to a record that is effective already.
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
          case .closed:
            (
              "is closed, so it no longer says what is true", target.label("status", "closed here"),
              "refer to an effective record, or set the status of \(target.id) to `active` if it still applies"
            )
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
