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
      Some evidence is stored outside the workspace, so dossier cannot check its digest. For such evidence, `seen_by` \
      states which role looked at the evidence. This rule reports evidence if `seen_by` and `collected_by` contain the \
      same role, because no second role has seen it. Let another role look at the evidence, and write that role in \
      `seen_by`. If the evidence is a file in the workspace and its record has `sha256`, no second role is needed.
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
