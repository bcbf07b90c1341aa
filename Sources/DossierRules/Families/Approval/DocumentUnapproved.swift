import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let documentUnapproved = RuleID("document-unapproved")
}

extension Rules {
  static let documentUnapproved = Rule(
    .documentUnapproved, .approval, .warning, title: "an effective document is approved", clauses: ["7.5.2"],
    explanation: """
      ISO/IEC 42001 clause 7.5.2 requires that documents are reviewed and approved for suitability. This rule reports \
      a procedure, plan or standard that has no approval on or before the as-of date. The document may be only a \
      draft. Templates and registers are not checked, because people fill them in and do not follow them. Have the \
      document approved and record the approval. If the document is only a draft, give the document the status \
      `draft`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, document) in facts.records(ManagedDocument.self) where facts.approvals(of: entry).isEmpty {
        guard document.type != .template, document.type != .register else { continue }
        // Skip an adopted file whose approver is a person and not a role. The approval cannot be read, but "not approved" would
        // be wrong.
        guard entry.field("approvals") == nil || entry.head?.approvals.isEmpty == false else { continue }
        // If all approvals are dated after the as-of date, the document may not have existed on that date. A review on or before
        // that date shows that the document existed.
        let isLater = entry.head?.approvals.isEmpty == false
        guard !isLater || facts.reviewed(entry) != nil else { continue }
        reporter.report(
          "\(entry.named) has no approval on or before \(asOf)", in: entry,
          help: "have the document approved, or give it the status `draft`")
      }
    },
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - {id: ⟦DOC-001⟧, title: Gate procedure, type: procedure}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["documents.yaml": ("type: procedure", "type: procedure, approvals: [{by: ROL-001, date: 2026-05-14}]")]))
}
