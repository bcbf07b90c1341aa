import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelWithoutData = RuleID("model-without-data")
}

extension Rules {
  static let modelWithoutData = Rule(
    .modelWithoutData, .traceability, .warning,
    title: "a model made in house says what it was trained on",
    clauses: ["A.7.2", "A.7.5", "A.6.2.3"],
    explanation: """
      The line from a system runs to its models, from each model to the data it was trained on and from there to \
      where the data came from. A model of the organisation's own that names no data set under `training` breaks the \
      line: quality, rights and bias of the data cannot be traced. Name the data sets under `training: data`. A bought \
      model is its supplier's matter.
      """,
    bad: RuleExample([
      "models.yaml": """
      kind: model
      records:
        - {id: ⟦MDL-001⟧, title: Scorecard, version: "5.0", origin: internal}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Credit scoring
          purpose: ranks applications
          owner: ROL-002
          role: [developer]
          lifecycle: operation
          risk_class: high
          models: [MDL-001]
      """,
    ]),
    good: RuleExample([
      "datasets.yaml": """
      kind: dataset
      records:
        - {id: DTS-001, title: Applications, source: own forms, rights: {lawful_basis: contract}}
      """,
      "models.yaml": """
      kind: model
      records:
        - {id: MDL-001, title: Scorecard, version: "5.0", origin: internal, training: {data: [DTS-001]}}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Credit scoring
          purpose: ranks applications
          owner: ROL-002
          role: [developer]
          lifecycle: operation
          risk_class: high
          models: [MDL-001]
      """,
    ])
  ) { facts, reporter in
    for (_, entry, model) in facts.records(Model.self) where model.origin == .inHouse {
      guard model.training?.data.isEmpty ?? true else { continue }
      reporter.report(
        "\(entry.named) does not say what it was trained on", in: entry,
        help: "name the data sets under `training: data`")
    }
  }
}
