import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemWithoutModel = RuleID("system-without-model")
}

extension Rules {
  static let systemWithoutModel = Rule(
    .systemWithoutModel, .completeness, .warning, title: "a system in use names the models or the supplier behind it",
    clauses: ["A.4.2", "A.10.3"],
    explanation: """
      Third-party AI is often missing from registers: a service is used, and nobody recorded what model answers and whose \
      it is. A system in use that names neither a model nor a supplier cannot be followed to what it runs on; of one that \
      was developed here, a supplier is no answer. Register the model, or the supplier of the service, and name it in the \
      system. A system of rules alone can say so in a model record of its own.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, system) in facts.dated.systemsInUse where system.models.isEmpty {
      // What was developed here runs on something of our own, whoever supplies the rest.
      let isOurs = system.roles.contains(.developer)
      guard isOurs || system.suppliers.isEmpty else { continue }
      reporter.report(
        isOurs
          ? "\(entry.named) was developed here and names no model"
          : "\(entry.named) is in use and names neither a model nor a supplier behind it", at: entry.path, entry.idSpan,
        help: "register what it runs on and name it in `models`\(isOurs ? "" : " or `suppliers`")")
    }
  }
}
