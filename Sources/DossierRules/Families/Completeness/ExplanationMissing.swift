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
      A person whose request is refused can ask for the reason. This rule checks high-risk systems, and systems that \
      make decisions and affect people. It reports a system whose effective models all lack `explainability`. Write in \
      `explainability` of a model how its results are explained. If the results cannot be explained, write this, and \
      write what is done instead of an explanation.
      """,
    check: { facts, reporter in
      for (position, entry, system) in facts.dated.systemsInScope where system.decidesAboutPeople {
        let models = facts.records(Model.self, referredToBy: position, in: "models")
        guard !models.isEmpty, models.allSatisfy({ $0.record.explainability == nil && !$0.entry.cannotRead("explainability") })
        else { continue }
        reporter.report(
          "no model of \(entry.named) states how its results can be explained", at: entry.path, entry.span(of: "risk_class"),
          help: "write in `explainability` of \(models.map(\.entry.id).listed()) how to explain results, or what is done instead")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system(riskClass: "⟦high⟧", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing([
      "mdl-001.md": ("origin: internal", "origin: internal\nexplainability: reason codes from the four largest contributions")
    ]))
}
