import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemWithoutModel = RuleID("system-without-model")
}

extension Rules {
  static let systemWithoutModel = Rule(
    .systemWithoutModel, .completeness, .warning, title: "a system in use lists its models or its supplier",
    clauses: ["A.4.2", "A.10.3"],
    explanation: """
      A system in use must list its `models`. If `role` does not contain `developer`, `suppliers` is also accepted. \
      Registers often omit third-party AI: people use a service, but nobody recorded which model it uses or who provides \
      it. Auditors cannot trace such a system to its model. Create a record of the model, or of the supplier of the \
      service, and refer to it in the system. If the system works with fixed rules and without a model, write a model \
      record that says so.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInUse where system.models.isEmpty {
        // If the organisation develops the system, the system must list a model, even if a supplier provides other parts.
        let isOurs = system.roles.contains(.developer)
        guard isOurs || system.suppliers.isEmpty else { continue }
        reporter.report(
          isOurs
            ? "\(entry.named) was developed by the organisation, but lists no model"
            : "\(entry.named) is in use, but lists neither a model nor a supplier", at: entry.path, entry.idSpan,
          help: "create a record of what it uses, and list it in `models`\(isOurs ? "" : " or `suppliers`")")
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ]))
}
