import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let explanationMissing = RuleID("explanation-missing")
}

extension Rules {
  static let explanationMissing = Rule(
    .explanationMissing, .completeness, .note, title: "a system that decides about people can explain its results",
    clauses: ["A.8.2", "A.6.2.7"],
    explanation: """
      Somebody whom a system refuses will ask why. For a system of the high-risk class, or one that decides about people, at \
      least one of its models should say how a result can be explained. It may be that it cannot: then write so, and what is \
      done instead. The field is `explainability` of the model.
      """,
    bad: RuleExample([
      "ais-001.md": ExampleText.system(riskClass: "⟦high⟧", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(riskClass: "high", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model("explainability: reason codes from the four largest contributions"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (position, entry, system) in facts.dated.systemsInScope where system.decidesAboutPeople {
      let models = facts.records(Model.self, referredToBy: position, in: "models")
      guard !models.isEmpty, models.allSatisfy({ $0.record.explainability == nil }) else { continue }
      reporter.report(
        "no model of \(entry.named) says how its results can be explained", at: entry.path, entry.span(of: "risk_class"),
        help: "write in `explainability` of \(models.map(\.entry.id).listed()) how, or what is done because it cannot")
    }
  }
}
