import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierUnlisted = RuleID("supplier-unlisted")
}

extension Rules {
  static let supplierUnlisted = Rule(
    .supplierUnlisted, .completeness, .warning, title: "a system that uses a supplier's model refers to that supplier",
    clauses: ["A.10.3", "A.4.2"],
    explanation: """
      A system in scope that uses a supplier's model must list that supplier in `suppliers`. The system depends on the \
      supplier for quality, changes and logs. If the reference is missing, nobody can see which systems a notice from \
      the supplier concerns. Control A.10.3 covers suppliers, and control A.4.2 covers the documentation of resources. \
      Add the supplier to `suppliers` of the system.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, _) in facts.dated.systemsInScope {
        let listed = Set(dossier.targets(of: position, "suppliers"))
        let models = facts.records(Model.self, referredToBy: position, in: "models")
        let absent = Set(models.flatMap { dossier.targets(of: $0.position, "supplier") }).subtracting(listed).sorted()
        guard !absent.isEmpty else { continue }
        let names = absent.map { dossier.entries[$0].id }.listed()
        reporter.report(
          "\(entry.named) uses a model of \(names), but does not list \(names) in `suppliers`",
          at: entry.path, entry.span(of: "models"), help: "add the supplier to `suppliers` of the system")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system("models: ⟦[MDL-001]⟧"),
      "mdl-001.md": ExampleText.model(origin: "supplier", "supplier: SUP-001"),
      "sup-001.md": ExampleText.supplier(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing(["ais-001.md": ("models: [MDL-001]", "models: [MDL-001]\nsuppliers: [SUP-001]")]))
}
