import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierUnbound = RuleID("supplier-unbound")
}

extension Rules {
  static let supplierUnbound = Rule(
    .supplierUnbound, .applicability, .warning, title: "the supplier of a control has a contractual duty to provide evidence",
    clauses: ["A.10.2", "A.10.3", "8.1"],
    explanation: """
      A supplier can carry out a control, alone or together with you, but you remain accountable. The contract must \
      therefore state what the supplier does and which evidence the supplier provides. This rule checks applicable \
      controls with the responsibility `supplier` or `shared`. It checks the suppliers in `supplier` of the control. \
      If that field is empty, it checks the suppliers that list the control in `responsibilities`. It reports a \
      control without any supplier, or with a supplier whose `contract` lacks `clauses` or `evidence_duty`. Refer to \
      the supplier in `supplier`, and write both fields in `contract` of the supplier.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, line) in facts.records(ControlImplementation.self) where line.applicable {
        guard let party = line.responsibility, party != .ours else { continue }
        var suppliers = Set(dossier.targets(of: position, "supplier"))
        if suppliers.isEmpty, let target = dossier.control(of: position) {
          suppliers.formUnion(dossier.origins(of: target, Supplier.name, "responsibilities.control"))
        }
        let unbound = suppliers.sorted().filter { supplier in
          guard let contract = (dossier.entries[supplier].record as? Supplier)?.contract else { return true }
          return contract.clauses.isEmpty || contract.evidenceDuty == nil
        }
        guard suppliers.isEmpty || !unbound.isEmpty else { continue }
        reporter.report(
          suppliers.isEmpty
            ? "\(entry.named) assigns \(line.control.text) to a supplier, but refers to no supplier"
            : "\(entry.named) assigns \(line.control.text) to \(unbound.map { dossier.entries[$0].id }.listed()), without a contract that has both `clauses` and `evidence_duty`",
          at: entry.path, entry.span(of: "responsibility"),
          others: unbound.map {
            .init(dossier.entries[$0].path, dossier.entries[$0].span(of: "contract"), "no clauses or no `evidence_duty`")
          },
          help: suppliers.isEmpty
            ? "write the supplier in `supplier`"
            : "agree on the evidence to provide, and write both fields in `contract` of the supplier")
      }
    },
    bad: RuleExample([
      "soa.md": ExampleText.control("responsibility: ⟦supplier⟧\nsupplier: SUP-001"),
      "sup-001.md": ExampleText.supplier("contract: {clauses: [30 days' notice of new models]}"),
    ]),
    good: RuleExample([
      "soa.md": ExampleText.control("responsibility: supplier\nsupplier: SUP-001"),
      "sup-001.md": ExampleText.supplier(
        "contract: {clauses: [30 days' notice of new models], evidence_duty: test report at each release}"),
    ]))
}
