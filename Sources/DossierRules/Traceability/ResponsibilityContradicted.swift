import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let responsibilityContradicted = RuleID("responsibility-contradicted")
}

extension Rules {
  static let responsibilityContradicted = Rule(
    .responsibilityContradicted, .traceability, .error,
    title: "the statement of applicability and the supplier's record do not contradict each other",
    clauses: ["A.10.2", "A.10.3", "6.1.3"],
    explanation: """
      The statement of applicability and the supplier's record must not contradict each other. A control with the \
      responsibility `supplier` cannot be `ours` in the supplier's record. A control with the responsibility `ours` cannot \
      be `theirs` there. If one of the two is wrong, it is possible that nobody implements the control. Compare both with \
      the contract, and correct the wrong record.
      """,
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
    good: RuleExample([
      "controls.yaml": """
      kind: control-implementation
      records:
        - id: SOA-A-6-2-8
          title: Event logs
          control: A.6.2.8
          applicable: true
          justification: decisions have to be traced
          implementation: planned
          responsibility: supplier
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
            - {control: A.6.2.8, party: theirs}
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, row) in facts.records(ControlImplementation.self) where row.applicable {
      guard let own = row.responsibility, let supplier = row.supplier.flatMap(dossier.record),
        let control = dossier.graph.edges(from: .entry(position)).first(where: { $0.site.field == "control" })?.target
      else { continue }
      let edges = dossier.graph.edges(from: .entry(supplier.position)).filter { $0.site.field == "responsibilities.control" }
      for (i, edge) in edges.enumerated() where edge.target == control && i < supplier.record.responsibilities.count {
        let party = supplier.record.responsibilities[i].party
        guard (own == .supplier && party == .ours) || (own == .ours && party == .theirs) else { continue }
        reporter.report(
          "\(entry.named) has the responsibility `\(own.rawValue)`, but \(supplier.entry.named) has `\(party.rawValue)`",
          in: entry, "responsibility", others: [supplier.entry.label("responsibilities[\(i)].party", "the contradicting value")],
          help: "correct the record that does not match the contract")
      }
    }
  }
}
