import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approvalUnbound = RuleID("approval-unbound")
}

extension Rules {
  static let approvalUnbound = Rule(
    .approvalUnbound, .approval, .warning, title: "where approvals name the text they are of, every one that counts does",
    clauses: ["7.5.2", "7.5.3"],
    explanation: """
      An approval without a `digest` is bound to no text: whatever the record says next is approved too, and taking the \
      `digest` away makes a stale approval look good. Where no approval of the dossier has one, this is how the \
      organisation works, and nothing is said. As soon as one has, each that counts on the day and names no text is \
      reported: the last of its role, unless another of the role does. Have the record approved again: \
      `dossier approve ID --by ROLE` writes the approval with its digest.
      """,
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
              digest: 213d5f5f00e85490b9cdb543b6848865b3193441501343f0041ba5be114c6aba
        - id: DOC-002
          title: Release procedure
          type: procedure
          approvals:
            - by: ⟦ROL-001⟧
              date: 2026-05-14
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: Gate procedure
          type: procedure
          approvals:
            - by: ROL-001
              date: 2026-05-14
              digest: 213d5f5f00e85490b9cdb543b6848865b3193441501343f0041ba5be114c6aba
        - id: DOC-002
          title: Release procedure
          type: procedure
          approvals:
            - by: ROL-001
              date: 2026-05-14
              digest: a301b3a5566d65cdae140f8f37eb99c82024c712a98e401036d50061cc19a5a9
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    // The first is shown beside each.
    let bound = dossier.entries.lazy.compactMap { entry in
      facts.approvals(of: entry).first { $0.approval.digest != nil }.map { (entry, $0.index) }
    }.first
    guard let (other, place) = bound else { return }
    let standings = facts.approvals
    for (position, entry) in dossier.entries.enumerated() where facts.counts(position) && !entry.isAdopted {
      let given = Array(zip(entry.head?.approvals ?? [], standings.statuses(of: position)))
      let sealed = Set(given.filter { $0.1.isValid && $0.0.digest != nil }.map { RecordID.key($0.0.by.id) })
      for (i, (approval, state)) in given.enumerated() {
        guard state == .asserted(.unbound), !sealed.contains(RecordID.key(approval.by.id)) else { continue }
        reporter.report(
          "the approval of \(entry.named) by \(approval.by.id) names no text", in: entry, "approvals[\(i)].by",
          others: [other.label("approvals[\(place)].digest", "other approvals name theirs")],
          help: "have it approved as it stands: `dossier approve \(entry.id) --by \(approval.by.id)`")
      }
    }
  }
}
