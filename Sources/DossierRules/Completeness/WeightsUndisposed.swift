import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let weightsUndisposed = RuleID("weights-undisposed")
}

extension Rules {
  static let weightsUndisposed = Rule(
    .weightsUndisposed, .completeness, .warning, title: "a retired model of one's own says what became of its weights",
    clauses: ["A.6.2.6"],
    explanation: """
      The weights of a model can hold what it was trained on, and can be run again by whoever has them. When a model made \
      here is retired, somebody deletes them or keeps them for a reason. Auditors ask which, when and on whose word. Write \
      it in `weights_disposal`.
      """,
    bad: RuleExample([
      "mdl-001.md": ExampleText.model("state: ⟦retired⟧"), "question.md": ExampleText.mention(of: "MDL-001"),
    ]),
    good: RuleExample([
      "mdl-001.md": ExampleText.model(
        "state: retired\nweights_disposal: deleted from all stores on 2026-04-02, seen by security"),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ])
  ) { facts, reporter in
    for (_, entry, model) in facts.records(Model.self, with: [.retired, .superseded])
    where model.origin == .inHouse && model.weightsDisposal == nil {
      reporter.report(
        "\(entry.named) is retired, and nothing says what became of its weights", at: entry.path,
        model.state == .retired ? entry.span(of: "state") : entry.retirementSpan ?? entry.idSpan,
        help: "write in `weights_disposal` what became of them, when and on whose word")
    }
  }
}
