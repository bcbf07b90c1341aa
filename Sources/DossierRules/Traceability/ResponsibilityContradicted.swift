import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let responsibilityContradicted = RuleID("responsibility-contradicted")
}

extension Rules {
  static let responsibilityContradicted = Rule(
    .responsibilityContradicted, .traceability, .error,
    title: "the statement of applicability and the supplier's record agree on who carries a control",
    clauses: ["A.10.2", "A.10.3", "6.1.3"],
    explanation: """
      A control that the statement of applicability gives to a supplier cannot be `ours` in the supplier's record, \
      and one that it calls ours cannot be `theirs` where that supplier is named. One of the two is wrong, and until \
      it is known which, nobody may be doing the work. Correct the record that does not fit the contract.
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
          "\(entry.named) is \(own == .ours ? "ours" : "the supplier's"), but \(supplier.entry.named) has it as `\(party.rawValue)`",
          in: entry, "responsibility", others: [supplier.entry.label("responsibilities[\(i)].party", "the other word")],
          help: "correct the one that does not fit the contract")
      }
    }
  }
}
