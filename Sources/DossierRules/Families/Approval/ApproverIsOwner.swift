import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approverIsOwner = RuleID("approver-is-owner")
}

extension Rules {
  static let approverIsOwner = Rule(
    .approverIsOwner, .approval, .warning,
    title: "a record is not approved only by its own owner or assessor",
    clauses: ["5.3", "7.5.2", "A.3.2"],
    explanation: """
      An approval is a second check by another person. This rule checks policies, documents, models, data sets and \
      impact assessments. It reports an impact assessment that only its assessor approved. It reports any other record \
      that only its owner approved. An approval by another role does not count if it is not effective, for example \
      because its end date has passed. If no approval is effective, all approvals count. Have another role with the \
      authority approve the record. If a very small organisation has no other role, record an exception with the reason.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry) in dossier.entries.enumerated()
      where facts.isCurrent(position) && entry.traits.needsIndependentApproval {
        // If another role approved the record, but its approval is not effective, the approval is not a second check.
        let states = facts.approvals.statuses(of: position)
        let given = facts.approvals(of: entry)
        let effective = given.filter { states[$0.index].isValid }
        let approvals = effective.isEmpty ? given : effective
        let assessor = (entry.record as? ImpactAssessment)?.assessor
        let authors = [entry.head?.owner, assessor].compactMap { $0.map { RecordID.key($0.id) } }
        // The author of an assessment is the assessor. If the owner is another role, an approval by the owner is a second
        // opinion.
        let author = assessor.map { RecordID.key($0.id) } ?? authors.first
        guard let last = approvals.last, let author, approvals.allSatisfy({ RecordID.key($0.approval.by.id) == author }) else {
          continue
        }
        let isAssessor = assessor != nil
        let isOnlyOne = given.allSatisfy { RecordID.key($0.approval.by.id) == author }
        reporter.report(
          "\(entry.named) \(isOnlyOne ? "was approved only by" : "has an effective approval only by") its own "
            + (isAssessor ? "assessor" : "owner"), in: entry,
          "approvals[\(last.index)].by",
          others: [entry.label(isAssessor ? "assessor" : "owner", "the same role")],
          help: "have another role with the authority approve the record")
      }
    },
    bad: RuleExample([
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          owner: ROL-001
          effective: 2026-05-15
          approvals: [{by: ⟦ROL-001⟧, date: 2026-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["policies.yaml": ("owner: ROL-001", "owner: ROL-002")]))
}
