import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let findingWithoutNonconformity = RuleID("finding-without-nonconformity")
}

extension Rules {
  static let findingWithoutNonconformity = Rule(
    .findingWithoutNonconformity, .traceability, .warning,
    title: "a minor or major finding leads to a nonconformity",
    clauses: ["9.2.2", "10.2"],
    explanation: """
      An audit finding with the type `minor` or `major` must refer to a nonconformity. Such a finding states that a \
      requirement is not met. Clause 10.2 requires a cause, an action and a check of the action. An audit finding has \
      no fields for these three, but a nonconformity has. Write a nonconformity record, and refer to it in \
      `nonconformity` of the finding. If the finding is only a remark, change its `type` to `observation`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      for (position, entry, finding) in facts.records(AuditFinding.self)
      where finding.nonconformity == nil && !entry.cannotRead("nonconformity") {
        guard finding.grade == .minor || finding.grade == .major,
          (dossier.record(finding.audit)?.record.date).map({ asOf.includes($0) }) ?? true
        else { continue }
        // If a nonconformity refers to the finding, `one-sided-link` reports that the finding does not refer to the
        // nonconformity.
        guard dossier.origins(of: position, Nonconformity.name, "source").isEmpty else { continue }
        reporter.report(
          "\(entry.named) has the type `\(finding.grade.rawValue)`, but no nonconformity", in: entry, "type",
          help: "write a nonconformity record, and refer to it in `nonconformity`")
      }
    },
    bad: RuleExample([
      "audits.yaml": """
      kind: audit
      records:
        - {id: AUD-001, title: Internal audit, date: 2026-03-09, scope: ["8.1"], auditors: [ROL-003]}
      """,
      "findings.yaml": """
      kind: audit-finding
      records:
        - id: FND-001
          title: Supplier assessments late
          audit: AUD-001
          type: ⟦minor⟧
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "audits.yaml": """
      kind: audit
      records:
        - {id: AUD-001, title: Internal audit, date: 2026-03-09, scope: ["8.1"], auditors: [ROL-003]}
      """,
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Assess the suppliers, owner: ROL-002, due: 2026-07-31}
      """,
      "findings.yaml": """
      kind: audit-finding
      records:
        - id: FND-001
          title: Supplier assessments late
          audit: AUD-001
          type: minor
          nonconformity: NCR-001
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-03-09, source: [FND-001], actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ]))
}
