import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let responsibilityContradicted = RuleID("responsibility-contradicted")
}

extension Rules {
  static let responsibilityContradicted = Rule(
    .responsibilityContradicted, .traceability, .error,
    title: "the Statement of Applicability and the suppliers' records agree on who carries out a control",
    clauses: ["A.10.2", "A.10.3", "6.1.3"],
    explanation: """
      ISO/IEC 42001, A.10.2, requires that responsibilities are allocated between the organisation and its suppliers. \
      This rule compares the SoA line of a control with the records of all suppliers that list the control. `ours` in \
      the line contradicts `theirs` and `shared` in a supplier's record. `supplier` contradicts `ours` and `shared`. \
      `shared` contradicts `ours` if no supplier's record says `shared` or `theirs`. If the records disagree, it is not \
      clear who does the work, and possibly nobody does it. Read the contract, and correct the record that does not \
      match it.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for row in facts.statement.rows {
        guard let line = row.implementation, let stated = row.responsibility.stated else { continue }
        let parts = row.responsibility.contradictions
        guard !parts.isEmpty else { continue }
        let said = parts.map { "\(dossier.entries[$0.position].id) has `\($0.party?.rawValue ?? "")`" }
        let entry = dossier.entries[line]
        reporter.report(
          "\(entry.named) has the responsibility `\(stated.rawValue)`, but \(said.listed())", in: entry, "responsibility",
          others: parts.compactMap { part in
            part.site.map { .init($0.path, $0.span, "the contradicting entry") }
          },
          help: "find out from the contract who carries out the control, and correct the record that is wrong")
      }
    },
    bad: RuleExample([
      "controls.yaml": """
      kind: control-implementation
      records:
        - id: SOA-A-6-2-8
          title: Event logs
          control: A.6.2.8
          applicable: true
          justification: decisions have to be traced
          implementation: planned
          responsibility: ⟦supplier⟧
          supplier: SUP-001
      """,
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: Answerworks
          service: a language model
          responsibilities:
            - {control: A.6.2.8, party: ours}
      """,
    ]),
    good: .fixing(["suppliers.yaml": ("- {control: A.6.2.8, party: ours}", "- {control: A.6.2.8, party: theirs}")]))
}
