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
      A system in use must list its `models`. If `role` of the system does not contain `developer`, a list of \
      `suppliers` is enough. Often people use an AI service, but nobody recorded which model the service uses or who \
      provides it. Create a record of the model, and list it in `models` of the system. For a bought service, you can \
      create a supplier record instead and list it in `suppliers`. If the system uses fixed rules instead of a model, \
      create a model record for these rules.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInUse where system.models.isEmpty {
        // If the organisation develops the system, the system must list a model, even if a supplier provides other parts.
        let isOurs = system.roles.contains(.developer)
        guard isOurs || system.suppliers.isEmpty, !entry.cannotRead("models", "suppliers") else { continue }
        reporter.report(
          isOurs
            ? "\(entry.named) was developed by the organisation, but lists no model"
            : "\(entry.named) is in use, but lists neither a model nor a supplier", at: entry.path, entry.idSpan,
          help:
            "create a record of the model\(isOurs ? "" : " or supplier") that the system uses, and list it in `models`\(isOurs ? "" : " or `suppliers`")"
        )
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ]))
}
