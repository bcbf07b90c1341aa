import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierUnlisted = RuleID("supplier-unlisted")
}

extension Rules {
  static let supplierUnlisted = Rule(
    .supplierUnlisted, .completeness, .warning, title: "a system that runs a supplier's model names that supplier",
    clauses: ["A.10.3", "A.4.2"],
    explanation: """
      Who runs somebody else's model depends on them for its quality, its changes and its logs. The inventory has to show \
      that dependency at the system, or a notice from the supplier will not find the system it concerns. Add the supplier to \
      `suppliers`.
      """,
    bad: RuleExample([
      "ais-001.md": ExampleText.system("models: ⟦[MDL-001]⟧"),
      "mdl-001.md": ExampleText.model(origin: "supplier", "supplier: SUP-001"),
      "sup-001.md": ExampleText.supplier(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]\nsuppliers: [SUP-001]"),
      "mdl-001.md": ExampleText.model(origin: "supplier", "supplier: SUP-001"),
      "sup-001.md": ExampleText.supplier(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, _) in facts.dated.systemsInScope {
      let listed = Set(dossier.targets(of: position, "suppliers"))
      let models = facts.records(Model.self, referredToBy: position, in: "models")
      let absent = Set(models.flatMap { dossier.targets(of: $0.position, "supplier") }).subtracting(listed).sorted()
      guard !absent.isEmpty else { continue }
      reporter.report(
        "\(entry.named) runs a model of \(absent.map { dossier.entries[$0].id }.listed()) and does not name the supplier",
        at: entry.path, entry.span(of: "models"), help: "add the supplier to `suppliers` of the system")
    }
  }
}
