import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let approvalUnbound = RuleID("approval-unbound")
}

extension Rules {
  static let approvalUnbound = Rule(
    .approvalUnbound, .approval, .warning, title: "if some approvals have a digest, all effective approvals have one",
    clauses: ["7.5.2", "7.5.3"],
    explanation: """
      An approval without a `digest` does not say which text was approved, so it seems to cover every later text. If no \
      approval in the workspace has a digest, this rule reports nothing. If at least one has a digest, the rule reports \
      each effective approval without one. If a role approved a record several times, the rule checks only the last \
      approval. It reports nothing if that role also has a valid approval of the record with a digest. Have the record \
      approved again: `dossier approve ID --by ROLE` writes the approval with its digest.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      // Each diagnostic shows the first approval with a digest as an example. Without such an example, nothing is reported.
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
            "the approval of \(entry.named) by \(approval.by.id) has no digest, so it does not say which text was approved",
            in: entry, "approvals[\(i)].by",
            others: [other.label("approvals[\(place)].digest", "other approvals have a digest")],
            help: "have the current text approved: `dossier approve \(entry.id) --by \(approval.by.id)`")
        }
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
    ]))
}
