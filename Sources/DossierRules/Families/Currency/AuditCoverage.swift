import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let auditCoverage = RuleID("audit-coverage")
}

extension Rules {
  static let auditCoverage = Rule(
    .auditCoverage, .currency, .warning,
    title: "internal audits cover every clause and applicable control within three years",
    clauses: ["9.2.2"],
    explanation: """
      One internal audit need not cover everything. Auditors expect that the audits together cover everything \
      within three years, because a certificate is valid for three years. The standard itself sets no period. \
      This rule applies after a certificate was issued, or when the first audit is more than a year old. It \
      checks clauses 4 to 10, and all controls that the statement of applicability does not exclude. An audit \
      covers a clause or control if its `scope` lists this item or a group that contains the item. The rule \
      reports the items that no audit of the last three years covers. Add these items to `scope` of the next \
      audit.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      guard let configuration = dossier.configurationEntry,
        let catalogue = dossier.catalogues.firstIndex(where: { $0.name == CatalogueLibrary.defaultName })
      else { return }
      let audits = facts.records(Audit.self)
      guard let first = audits.map(\.record.date).min() else { return }
      let isCertified = facts.records(Programme.self).contains {
        $0.record.certificate?.issued.map { asOf.includes($0) } ?? false
      }
      guard isCertified || asOf.isOverAYearAfter(first) else { return }
      let scopes = audits.filter { !asOf.isOver(years: 3, after: $0.record.date) }.map {
        ControlScope(dossier, of: $0.position, "scope")
      }
      let excluded = Set(facts.statement.rows.filter { $0.isApplicable == false && $0.catalogue == catalogue }.map(\.item))
      let items = dossier.catalogues[catalogue].items
      let parents = Set(items.compactMap(\.parent))
      let missing = items.indices.filter { i in
        guard items[i].kind == .control || items[i].kind == .clause, !parents.contains(items[i].id),
          !excluded.contains(i)
        else { return false }
        return !scopes.contains { $0.covers(catalogue: catalogue, item: i) }
      }.map { items[$0].id }
      guard !missing.isEmpty else { return }
      reporter.report(
        "no internal audit of the last three years covers \(missing.listed(6))", at: configuration.path,
        configuration.span(of: "organisation"), help: "plan the missing items for the next audit and add them to its `scope`")
    },
    bad: RuleExample([
      "audits.yaml": """
      kind: audit
      records:
        - {id: AUD-001, title: Internal audit, date: 2025-03-09, scope: ["4", "5", "6", "7", "8", "9", A.2, A.3, A.4, A.5, A.6, A.7, A.8, A.9, A.10], auditors: [ROL-003]}
      """,
      "dossier.yaml": """
      organisation: ⟦Example Ltd⟧
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["audits.yaml": ("A.2", "\"10\", A.2")]))
}
