import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let suspectDependants = RuleID("suspect-dependants")
}

extension Rules {
  static let suspectDependants = Rule(
    .suspectDependants, .approval, .note, title: "nothing rests on what was changed after it was approved",
    clauses: ["7.5.3", "6.3"],
    explanation: """
      When a record was changed after it was approved, whatever rests on it may rest on something nobody approved: \
      the documents that carry out a policy, the line of the control it implements, the records that name it in a \
      field. One message for each such record names them all, and their pages show it too. Have the record approved \
      again, or take the change back; then look at what rests on it. Audits, findings, incidents and others that \
      only look into a record do not rest on it.
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
              digest: ⟦0000000000000000000000000000000000000000000000000000000000000000⟧
      """,
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-05-15
          processes: [DOC-001]
          approvals: [{by: ROL-001, date: 2026-05-14}]
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
      """,
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-05-15
          processes: [DOC-001]
          approvals: [{by: ROL-001, date: 2026-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let standings = facts.approvals
    for cause in standings.stale {
      let entry = dossier.entries[cause.position]
      let dependants = standings.dependents(of: cause).map { "\(dossier.entries[$0.position].id) \($0.link.words)" }
      guard !dependants.isEmpty else { continue }
      let count = dependants.count == 1 ? "1 record rests" : "\(dependants.count) records rest"
      reporter.report(
        "\(count) on \(entry.named), which was changed after it was approved: \(dependants.listed(6))", in: entry,
        "approvals[\(cause.index)].digest", help: "have \(entry.id) approved again, then look at what rests on it")
    }
  }
}
