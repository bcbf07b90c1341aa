import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let suspectDependants = RuleID("suspect-dependants")
}

extension Rules {
  static let suspectDependants = Rule(
    .suspectDependants, .approval, .note, title: "no record depends on a record that changed after its approval",
    clauses: ["7.5.3", "6.3"],
    explanation: """
      If a record changed after its approval, its dependents may depend on text that is not approved. Dependents are \
      documents that carry out a policy, and records that refer to the changed record in a field. So are the lines of \
      the controls that a policy or document implements. One message lists all dependents of such a record. The page of \
      each dependent shows it too. Have the record approved again, or undo the change. Then check the dependents. \
      Records that only examine or report, such as audits, findings and incidents, are not dependents.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let standings = facts.approvals
      for cause in standings.stale {
        let entry = dossier.entries[cause.position]
        let dependants = standings.dependents(of: cause).map { "\(dossier.entries[$0.position].id) \($0.link.words)" }
        guard !dependants.isEmpty else { continue }
        let count = dependants.count == 1 ? "1 record depends" : "\(dependants.count) records depend"
        reporter.report(
          "\(count) on \(entry.named), which was changed after it was approved: \(dependants.listed(6))", in: entry,
          "approvals[\(cause.index)].digest", help: "have \(entry.id) approved again, then check its dependents")
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
    good: .fixing([
      "documents.yaml": (
        "digest: 0000000000000000000000000000000000000000000000000000000000000000",
        "digest: 213d5f5f00e85490b9cdb543b6848865b3193441501343f0041ba5be114c6aba"
      )
    ]))
}
