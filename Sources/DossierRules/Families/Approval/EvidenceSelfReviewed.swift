import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceSelfReviewed = RuleID("evidence-self-reviewed")
}

extension Rules {
  static let evidenceSelfReviewed = Rule(
    .evidenceSelfReviewed, .approval, .warning,
    title: "evidence stored elsewhere was seen by a role other than its collector",
    clauses: ["9.1", "7.5.3"],
    explanation: """
      dossier cannot check evidence outside the workspace by its digest. Instead, `seen_by` names the role that looked \
      at it there. If that role also collected the evidence, no other role has seen it. Let another role look at the \
      evidence and write that role in `seen_by`. Evidence in a file of the workspace, with its SHA-256, needs no second \
      role.
      """,
    check: { facts, reporter in
      for (_, entry, evidence) in facts.records(Evidence.self) {
        guard let seen = evidence.seenBy, RecordID.key(seen.id) == RecordID.key(evidence.collectedBy.id) else { continue }
        reporter.report(
          "\(entry.named) was seen only by the role that collected it", in: entry, "seen_by",
          others: [entry.label("collected_by", "the same role")],
          help: "let another role look at it, and write that role in `seen_by`")
      }
    },
    bad: RuleExample([
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Sample of answers
          controls: [A.6.2.4]
          location: archive of Customer Care
          seen_by: ⟦ROL-002⟧
          collected: 2026-05-04
          collected_by: ROL-002
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["evidence.yaml": ("seen_by: ROL-002", "seen_by: ROL-003")]))
}
