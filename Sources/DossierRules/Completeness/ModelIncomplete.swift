import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelIncomplete = RuleID("model-incomplete")
}

extension Rules {
  static let modelIncomplete = Rule(
    .modelIncomplete, .completeness, .warning, title: "a model says what it is for, how good it is and where it fails",
    clauses: ["A.6.2.3", "A.6.2.4", "A.6.2.7"],
    explanation: """
      A model card answers three questions: what is the model meant for, how good was it when measured, and where is it \
      known to be weak. Of a model made here, auditors also expect how it is built and trained. A model without limitations \
      has not been examined; none is without. Fill in the fields the message names.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, model) in facts.records(Model.self) where model.state != .retired {
      let isBought = model.origin == .supplier
      let gaps = Gaps([
        "what it is for (`intended_use`)": !model.intendedUse.isEmpty,
        "where it is weak (`limitations`)": !model.limitations.isEmpty,
        "how good it is (`metrics`)": !model.metrics.isEmpty,
        "how it is built (`architecture`)": isBought || model.architecture != nil,
        "how it was trained (`training.approach`)": isBought || model.training?.approach != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not say \(gaps.listed)", at: entry.path, entry.idSpan, help: "complete its model card")
    }
  }
}
