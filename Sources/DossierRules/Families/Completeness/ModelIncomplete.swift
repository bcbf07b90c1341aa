import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelIncomplete = RuleID("model-incomplete")
}

extension Rules {
  static let modelIncomplete = Rule(
    .modelIncomplete, .completeness, .warning, title: "a model states its intended use, its performance and its limitations",
    clauses: ["A.6.2.3", "A.6.2.4", "A.6.2.7"],
    explanation: """
      A model card must have `intended_use`, `limitations` and `metrics`. If the model does not come from a supplier, \
      the model card must also have `architecture` and `training.approach`. Auditors ask what the model is for, how \
      well it performed, and where it is weak. Controls A.6.2.3, A.6.2.4 and A.6.2.7 cover design, verification and \
      technical documentation. Write the fields that the message lists. Every model has limitations, so `limitations` \
      must not be empty.
      """,
    check: { facts, reporter in
      for (_, entry, model) in facts.records(Model.self) {
        let isBought = model.origin == .supplier
        let gaps = Gaps(
          of: entry,
          [
            ("an intended use", "intended_use", !model.intendedUse.isEmpty),
            ("limitations", "limitations", !model.limitations.isEmpty),
            ("performance results", "metrics", !model.metrics.isEmpty),
            ("an architecture", "architecture", isBought || model.architecture != nil),
            ("a training approach", "training.approach", isBought || model.training?.approach != nil),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan, help: "add the missing fields to its model card")
      }
    },
    bad: RuleExample([
      "mdl-001.md": ExampleText.model(
        id: "⟦MDL-001⟧", origin: "supplier", "supplier: SUP-001\nintended_use: [answers about orders]"),
      "sup-001.md": ExampleText.supplier(),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ]),
    good: RuleExample([
      "mdl-001.md": ExampleText.model(
        origin: "supplier",
        """
        supplier: SUP-001
        intended_use: [answers about orders]
        limitations: [weak on questions in Portuguese]
        metrics: [{name: right answers, value: 0.96, threshold: at least 0.95}]
        """),
      "sup-001.md": ExampleText.supplier(),
      "question.md": ExampleText.mention(of: "MDL-001"),
    ]))
}
