import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let documentUnapproved = RuleID("document-unapproved")
}

extension Rules {
  static let documentUnapproved = Rule(
    .documentUnapproved, .approval, .warning, title: "a document in force was approved", clauses: ["7.5.2"],
    explanation: """
      Documented information is to be reviewed and approved for suitability before it is used. A procedure, plan or \
      standard in force without a single approval on or before the day that is judged may be somebody's draft. Have \
      it approved and write the approval, or give it the status `draft`. Templates and registers, which are filled \
      in and not obeyed, are not meant.
      """,
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: ⟦DOC-001⟧, title: Gate procedure, type: procedure}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: DOC-001, title: Gate procedure, type: procedure, approvals: [{by: ROL-001, date: 2026-05-14}]}
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (_, entry, document) in facts.records(ManagedDocument.self) where facts.approvals(of: entry).isEmpty {
      guard document.type != .template, document.type != .register else { continue }
      // An adopted file may name a person who approved it: of whom nothing is known, but "nobody" would be wrong.
      guard entry.field("approvals") == nil || entry.head?.approvals.isEmpty == false else { continue }
      // One approved only later may not have existed on that day, unless it had been reviewed.
      let isLater = entry.head?.approvals.isEmpty == false
      guard !isLater || facts.reviewed(entry) != nil else { continue }
      reporter.report(
        "nobody had approved \(entry.named) by \(asOf)", in: entry, help: "have it approved, or give it the status `draft`")
    }
  }
}
