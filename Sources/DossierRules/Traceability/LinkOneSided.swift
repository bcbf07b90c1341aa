import DossierRecords
import DossierText

extension RuleID {
  static let linkOneSided = RuleID("link-one-sided")
}

extension Rules {
  static let linkOneSided = Rule(
    .linkOneSided, .traceability, .warning, title: "a finding and its nonconformity name each other", clauses: ["9.2.2", "10.2"],
    explanation: """
      The finding names the nonconformity that follows it up, and the nonconformity names the finding as its source. \
      With one side missing, whoever starts at the other end does not see where it came from, and a finding may seem \
      answered by a nonconformity about something else. Add the finding to `source` of the nonconformity, or correct \
      the finding.
      """,
    bad: RuleExample([
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
        - {id: FND-001, title: Supplier assessments late, audit: AUD-001, type: minor, nonconformity: NCR-001}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-03-10, cause: no owner, ⟦source⟧: [AUD-001], actions: [CAR-001]}
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
        - {id: FND-001, title: Supplier assessments late, audit: AUD-001, type: minor, nonconformity: NCR-001}
      """,
      "nonconformities.yaml": """
      kind: nonconformity
      records:
        - {id: NCR-001, title: Supplier assessments late, found: 2026-03-10, cause: no owner, source: [AUD-001, FND-001], actions: [CAR-001]}
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { dossier, asOf, reporter in
    for (position, entry, finding) in dossier.standing(AuditFinding.self, on: asOf) {
      guard let nonconformity = finding.nonconformity.flatMap(dossier.record) else { continue }
      guard !dossier.targets(of: nonconformity.position, "source").contains(position) else { continue }
      reporter.report(
        "\(entry.named) is followed up by \(nonconformity.entry.named), which does not name it as its source",
        at: nonconformity.entry.path, nonconformity.entry.key("source"),
        others: [entry.label("nonconformity", "named here")], help: "add \(entry.id) to its `source`")
    }
    for (position, entry, _) in dossier.standing(Nonconformity.self, on: asOf) {
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "source" {
        guard case .entry(let target)? = edge.target, let finding = dossier.entries[target].record as? AuditFinding,
          let other = finding.nonconformity, RecordID.key(other.id) != RecordID.key(entry.id)
        else { continue }
        reporter.report(
          "\(entry.named) names \(dossier.entries[target].named) as its source, which names \(other.id)", at: edge.site,
          others: [dossier.entries[target].label("nonconformity", "another one")], help: "correct one of the two")
      }
    }
  }
}
