import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evaluationOutdated = RuleID("evaluation-outdated")
}

extension Rules {
  static let evaluationOutdated = Rule(
    .evaluationOutdated, .currency, .warning,
    title: "a model was measured after it or its data changed",
    clauses: ["A.6.2.4", "A.6.2.6", "9.1"],
    explanation: """
      A new model or new data can make all measured values invalid. This rule reports a system if a model or the data \
      changed after the latest measurement of the system's models. Models are measured before release. For a change of \
      model, a measurement in the half year before the change is therefore also accepted. Measure again and write the \
      values with their dates. This rule ignores a value without a date.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let triggers = facts.triggers
      for (position, system, _) in facts.dated.systemsInScope {
        let measured = facts.records(Model.self, referredToBy: position, in: "models").flatMap { _, entry, model in
          model.metrics.enumerated().compactMap { i, metric in metric.date.map { (entry, i, $0) } }
        }
        guard let (entry, i, made) = measured.filter({ asOf.includes($0.2) }).max(by: { $0.2 < $1.2 }) else { continue }
        let missed = triggers.since(made, .evaluation, of: position, position: position).filter {
          !$0.isOfModel || made < $0.date.plus(-180)
        }
        guard let first = missed.first else { continue }
        reporter.report(
          "the latest measurement of the models of \(system.named) is dated \(made), before \(first.words(dossier))\(missed.furtherWords)",
          in: entry,
          "metrics[\(i)].date", others: missed.prefix(4).map { $0.label(dossier) },
          help: "measure again and write the values with their dates")
      }
    },
    bad: RuleExample([
      "changes.yaml": """
      kind: change
      records:
        - {id: CHG-001, title: Bureau attributes, what: dataset, date: 2026-04-02, systems: [AIS-001], approved_by: ROL-001}
      """,
      "models.yaml": """
      kind: model
      records:
        - id: MDL-001
          title: Scorecard
          version: "5.0"
          origin: internal
          metrics:
            - {name: AUC, value: 0.81, date: ⟦2026-01-14⟧}
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
    good: .fixing([
      "models.yaml": ("- {name: AUC, value: 0.81, date: 2026-01-14}", "- {name: AUC, value: 0.81, date: 2026-04-14}")
    ]))
}
