import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let trainingDataUnlisted = RuleID("training-data-unlisted")
}

extension Rules {
  static let trainingDataUnlisted = Rule(
    .trainingDataUnlisted, .traceability, .warning,
    title: "a system lists the data its models were trained on",
    clauses: ["A.7.2", "A.7.5", "A.4.3"],
    explanation: """
      A reader of the system's record looks under `training_data` for all data that shaped it. When one of its models was \
      trained on a data set that is not in that list, an assessment made from the list overlooks it. Add the data set to \
      the system, or correct the model. A system that lists nothing leaves the list to its models.
      """,
    bad: RuleExample([
      "datasets.yaml": """
      kind: dataset
      records:
        - {id: DTS-001, title: Applications, source: own forms, rights: {lawful_basis: contract}}
        - {id: DTS-002, title: Bureau attributes, source: a bureau, rights: {lawful_basis: contract}}
      """,
      "models.yaml": """
      kind: model
      records:
        - {id: MDL-001, title: Scorecard, version: "5.0", origin: internal, training: {data: [DTS-001, DTS-002]}}
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
          ⟦training_data⟧: [DTS-001]
      """,
    ]),
    good: RuleExample([
      "datasets.yaml": """
      kind: dataset
      records:
        - {id: DTS-001, title: Applications, source: own forms, rights: {lawful_basis: contract}}
        - {id: DTS-002, title: Bureau attributes, source: a bureau, rights: {lawful_basis: contract}}
      """,
      "models.yaml": """
      kind: model
      records:
        - {id: MDL-001, title: Scorecard, version: "5.0", origin: internal, training: {data: [DTS-001, DTS-002]}}
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
          training_data: [DTS-001, DTS-002]
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry, _) in facts.dated.systemsInScope {
      let listed = dossier.targets(of: position, "training_data")
      // A system that lists nothing leaves the list to its models.
      guard !listed.isEmpty else { continue }
      var missing: [(data: Int, model: Int)] = []
      for model in dossier.targets(of: position, "models") where facts.isEffective(model) {
        for data in dossier.targets(of: model, "training.data")
        where !listed.contains(data) && !missing.contains(where: { $0.data == data }) {
          missing.append((data, model))
        }
      }
      guard let first = missing.first else { continue }
      reporter.report(
        "\(entry.named) does not list \(missing.map { dossier.entries[$0.data].id }.listed()), "
          + "on which its model \(dossier.entries[first.model].id) was trained",
        at: entry.path, entry.key("training_data"), others: [dossier.entries[first.model].label("training.data", "named here")],
        help: "add it to `training_data`, or correct the model")
    }
  }
}
