import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let weightsUndisposed = RuleID("weights-undisposed")
}

extension Rules {
  static let weightsUndisposed = Rule(
    .weightsUndisposed, .completeness, .warning, title: "a retired internal model states what happened to its weights",
    clauses: ["A.6.2.6"],
    explanation: """
      A retired internal model must have `weights_disposal`. The weights of a model can contain training data, and \
      anyone who has the weights can run the model again. After retirement, a role must decide whether to delete the \
      weights or to keep them for a reason. Auditors ask about this decision. Write in `weights_disposal` what was \
      done with the weights, when, and who decided.
      """,
    check: { facts, reporter in
      for (_, entry, model) in facts.records(Model.self, with: [.retired, .superseded])
      where model.origin == .inHouse && model.weightsDisposal == nil && !entry.cannotRead("weights_disposal") {
        reporter.report(
          "\(entry.named) is retired, but does not state what happened to its weights", at: entry.path,
          model.state == .retired ? entry.span(of: "state") : entry.retirementSpan ?? entry.idSpan,
          help: "write in `weights_disposal` what happened to them, when, and who decided")
      }
    },
    bad: RuleExample([
      "mdl-001.md": ExampleText.model("state: ⟦retired⟧"), "question.md": ExampleText.mention(of: "MDL-001"),
    ]),
    good: RuleExample([
      "mdl-001.md": ExampleText.model(
        "state: retired\nweights_disposal: deleted from all stores on 2026-04-02, seen by security"),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ]))
}
