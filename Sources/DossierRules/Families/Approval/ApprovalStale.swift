import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approvalStale = RuleID("approval-stale")
}

extension Rules {
  static let approvalStale = Rule(
    .approvalStale, .approval, .error, title: "an approved record has not changed since its approval",
    clauses: ["7.5.2", "7.5.3"],
    explanation: """
      The `digest` of an approval identifies the approved text. If no approval has the digest of the current record, \
      the record was changed after its approval. Its current text is then not approved. `dossier show ID` shows what \
      changed. Have the record approved again. Then run `dossier approve ID --by ROLE`, which writes the approval with \
      the new digest. A change of `approvals`, `status`, `reviewed`, `next_review`, `retired` or `supersedes` does not \
      change the digest.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for stale in facts.approvals.stale {
        let (entry, index) = (dossier.entries[stale.position], stale.index)
        guard let approval = entry.head?.approvals[index] else { continue }
        reporter.report(
          "\(entry.named) changed after \(approval.by.id) approved it on \(approval.date): its digest is now \(entry.digest)",
          in: entry,
          "approvals[\(index)].digest",
          help: "run `dossier approve \(entry.id) --by \(approval.by.id)` after the role has approved the new text")
      }
    },
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: Gate procedure
          type: procedure
          approvals:
            - by: ROL-001
              date: 2026-05-14
              digest: ⟦0000000000000000000000000000000000000000000000000000000000000000⟧
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing([
      "documents.yaml": (
        "digest: 0000000000000000000000000000000000000000000000000000000000000000",
        "digest: 213d5f5f00e85490b9cdb543b6848865b3193441501343f0041ba5be114c6aba"
      )
    ]))
}
