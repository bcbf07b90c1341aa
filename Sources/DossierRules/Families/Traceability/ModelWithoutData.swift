import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let modelWithoutData = RuleID("model-without-data")
}

extension Rules {
  static let modelWithoutData = Rule(
    .modelWithoutData, .traceability, .warning,
    title: "an internal model lists its training data",
    clauses: ["A.7.2", "A.7.5", "A.6.2.3"],
    explanation: """
      A model with `origin: internal` must list at least one data set in `training.data`. Auditors trace a system to \
      its models, each model to its training data, and the data to its origin. Without this list, nobody can check the \
      quality, the rights and the bias of the training data. Control A.7.5 covers data provenance. List the data sets \
      in `training.data`. Models with another origin are not checked.
      """,
    check: { facts, reporter in
      for (_, entry, model) in facts.records(Model.self) where model.origin == .inHouse {
        guard model.training?.data.isEmpty ?? true else { continue }
        reporter.report(
          "\(entry.named) lists no training data", in: entry,
          help: "list the data sets in `training.data`")
      }
    },
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
    ]))
}
