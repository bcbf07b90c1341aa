import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let trainingDataUnlisted = RuleID("training-data-unlisted")
}

extension Rules {
  static let trainingDataUnlisted = Rule(
    .trainingDataUnlisted, .traceability, .warning,
    title: "a system lists the training data of its models",
    clauses: ["A.7.2", "A.7.5", "A.4.3"],
    explanation: """
      If a system lists `training_data`, the list must contain every data set in `training.data` of its models. Readers \
      of the system expect the complete list there. An assessment based on an incomplete list overlooks data. Add the \
      data set to the system, or correct the model. A system without `training_data` is not checked, because its models \
      list the data.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, _) in facts.dated.systemsInScope {
        let listed = dossier.targets(of: position, "training_data")
        // A system without `training_data` is skipped: its training data is listed only by its models.
        guard !listed.isEmpty else { continue }
        var missing: [Int: [Int]] = [:]
        for model in dossier.targets(of: position, "models") where facts.isEffective(model) {
          for data in dossier.targets(of: model, "training.data") where !listed.contains(data) {
            missing[data, default: []].append(model)
          }
        }
        guard !missing.isEmpty else { continue }
        let models = Set(missing.values.joined()).sorted()
        func id(_ position: Int) -> String { dossier.entries[position].id }
        // With several models, each data set is followed by the models that were trained on it.
        let names = missing.sorted { $0.key < $1.key }.map { data, trained in
          models.count == 1 ? id(data) : "\(id(data)) (\(trained.sorted().map(id).listed()))"
        }
        reporter.report(
          "\(entry.named) does not list \(names.listed()), on which "
            + (models.count == 1 ? "its model \(models.map(id).listed()) was trained" : "its models were trained"),
          at: entry.path, entry.key("training_data"),
          others: models.map { dossier.entries[$0].label("training.data", "listed here") },
          help: "add \(missing.keys.sorted().map(id).listed()) to `training_data`, or correct the model")
      }
    },
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
    good: .fixing(["systems.yaml": ("training_data: [DTS-001]", "training_data: [DTS-001, DTS-002]")]))
}
