import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let responsibilityUnallocated = RuleID("responsibility-unallocated")
}

extension Rules {
  static let responsibilityUnallocated = Rule(
    .responsibilityUnallocated, .traceability, .warning,
    title: "a control shared with a supplier is in the supplier's responsibilities",
    clauses: ["A.10.2", "A.10.3", "6.1.3"],
    explanation: """
      If the statement of applicability assigns a control to a supplier, or shares it, the supplier's record must list \
      that control. The entry in `responsibilities` states who does what, so that people can compare it with the \
      contract. If the control is missing in `responsibilities`, each side can assume that the other is responsible. Add \
      the control to `responsibilities` with `ours`, `theirs` or `shared`, and a note.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, row) in facts.records(ControlImplementation.self) where row.applicable {
        guard row.responsibility == .shared || row.responsibility == .supplier,
          let supplier = row.supplier.flatMap(dossier.record),
          let control = dossier.graph.edges(from: .entry(position)).first(where: { $0.site.field == "control" })?.target
        else { continue }
        let isAllocated = dossier.graph.edges(from: .entry(supplier.position)).contains {
          $0.site.field == "responsibilities.control" && $0.target == control
        }
        guard !isAllocated else { continue }
        reporter.report(
          "\(entry.named) is \(row.responsibility == .shared ? "shared with" : "assigned to") \(supplier.entry.named), "
            + "whose record does not list \(row.control.text)",
          in: entry, "supplier",
          others: [.init(supplier.entry.path, supplier.entry.key("responsibilities"), "missing here")],
          help: "add \(row.control.text) to `responsibilities` of \(supplier.entry.id)")
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
    good: .fixing(["suppliers.yaml": ("- {control: A.7.2, party: theirs}", "- {control: A.6.2.8, party: shared}")]))
}
