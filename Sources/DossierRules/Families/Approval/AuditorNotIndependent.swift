import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let auditorNotIndependent = RuleID("auditor-not-independent")
}

extension Rules {
  static let auditorNotIndependent = Rule(
    .auditorNotIndependent, .approval, .error, title: "an auditor owns no AI system and nothing in the scope of the audit",
    clauses: ["9.2.1", "9.2.2"],
    explanation: """
      ISO/IEC 42001 clause 9.2.2 requires objective and impartial audits, so auditors must not audit their own work. \
      This rule reports an auditor whose role owns an AI system that the management system covers, whatever the scope of \
      the audit. It also reports an auditor whose role owns a control implementation, policy or document in the scope of \
      the audit. Give that part to another auditor, remove it from the scope, or give the record another owner.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let owned = facts.owned
      for (position, entry, _) in facts.records(Audit.self) {
        let scope = ControlScope(dossier, of: position, "scope")
        for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "auditors" {
          guard case .entry(let role)? = edge.target else { continue }
          let own = owned.by(role).filter { owned.isSystem($0) || scope.covers(recordAt: $0) }
          guard let first = own.first else { continue }
          let names = own.map { dossier.entries[$0].named }
          reporter.report(
            "\(entry.named) was carried out by \(edge.site.target), which owns \(names.listed(2))", at: edge.site,
            others: [dossier.entries[first].label("owner", "owned here")],
            help: "give that part of the audit to another auditor, or give the record another owner")
        }
      }
    },
    bad: RuleExample([
      "audits.yaml": """
      kind: audit
      records:
        - {id: AUD-001, title: Internal audit, date: 2026-03-09, scope: [A.6.2.4], auditors: [⟦ROL-003⟧]}
      """,
      "controls.yaml": """
      kind: control-implementation
      records:
        - id: SOA-A-6-2-4
          title: Verification and validation
          owner: ROL-003
          control: A.6.2.4
          applicable: true
          justification: models are released four times a year
          implementation: planned
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["audits.yaml": ("scope: [A.6.2.4]", "scope: [A.6.2.6]")]))
}
