import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let responsibilityUnallocated = RuleID("responsibility-unallocated")
}

extension Rules {
  static let responsibilityUnallocated = Rule(
    .responsibilityUnallocated, .traceability, .warning,
    title: "a control shared with a supplier is in the supplier's list of responsibilities",
    clauses: ["A.10.2", "A.10.3", "6.1.3"],
    explanation: """
      The statement of applicability says that a supplier carries a control or part of it. Who does what has to \
      stand in the supplier's own record under `responsibilities`, because that is what the contract is held \
      against. A control that is missing there is one that each side may take to be the other's. Add the control \
      with `ours`, `theirs` or `shared` and a note.
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
          responsibility: shared
          supplier: ⟦SUP-001⟧
      """,
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: Answerworks
          service: a language model
          responsibilities:
            - {control: A.7.2, party: theirs}
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
          responsibility: shared
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
            - {control: A.6.2.8, party: shared}
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, row) in facts.records(ControlImplementation.self) where row.applicable {
      guard row.responsibility == .shared || row.responsibility == .supplier, let supplier = row.supplier.flatMap(dossier.record),
        let control = dossier.graph.edges(from: .entry(position)).first(where: { $0.site.field == "control" })?.target
      else { continue }
      let isAllocated = dossier.graph.edges(from: .entry(supplier.position)).contains {
        $0.site.field == "responsibilities.control" && $0.target == control
      }
      guard !isAllocated else { continue }
      reporter.report(
        "\(entry.named) is \(row.responsibility == .shared ? "shared with" : "carried by") \(supplier.entry.named), "
          + "whose record says nothing about \(row.control.text)",
        in: entry, "supplier", others: [.init(supplier.entry.path, supplier.entry.key("responsibilities"), "not here")],
        help: "add \(row.control.text) to `responsibilities` of \(supplier.entry.id)")
    }
  }
}
