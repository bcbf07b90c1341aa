import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceSelfReviewed = RuleID("evidence-self-reviewed")
}

extension Rules {
  static let evidenceSelfReviewed = Rule(
    .evidenceSelfReviewed, .approval, .warning,
    title: "who looked at evidence elsewhere is not who collected it",
    clauses: ["9.1", "7.5.3"],
    explanation: """
      Evidence kept outside the folder cannot be checked by its digest; instead `seen_by` says who looked at it \
      there. When that is the role that collected it, nobody else has seen it. Let another role look and name it; \
      what stands in a file of its own, with its SHA-256, needs no witness.
      """,
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
    good: RuleExample([
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Sample of answers
          controls: [A.6.2.4]
          location: archive of Customer Care
          seen_by: ROL-003
          collected: 2026-05-04
          collected_by: ROL-002
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    for (_, entry, evidence) in facts.records(Evidence.self) {
      guard let seen = evidence.seenBy, RecordID.key(seen.id) == RecordID.key(evidence.collectedBy.id) else { continue }
      reporter.report(
        "\(entry.named) was seen by nobody but the role that collected it", in: entry, "seen_by",
        others: [entry.label("collected_by", "the same role")], help: "let another role look at it and name that one")
    }
  }
}
