import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let fairnessUnmeasured = RuleID("fairness-unmeasured")
}

extension Rules {
  static let fairnessUnmeasured = Rule(
    .fairnessUnmeasured, .completeness, .warning, title: "a system that decides about people is measured for fairness",
    clauses: ["A.6.2.4", "A.5.4"],
    explanation: """
      This rule checks systems of the high-risk class and systems whose decisions affect people. It applies from \
      development until the end of operation. An average can hide errors for one group, such as young people or \
      speakers of one language. Auditors therefore expect results for each group. All models of the system must have \
      results in `fairness`, or a metric of the area `fairness` must list the system. Measure the results for the \
      groups that the impact assessment lists. Then add these results to the models, or add such a metric.
      """,
    check: { facts, reporter in
      for (position, entry, system) in facts.dated.systemsInScope where system.decidesAboutPeople {
        guard [.development, .deployment, .operation].contains(system.lifecycle) else { continue }
        let models = facts.records(Model.self, referredToBy: position, in: "models")
        let untested = models.filter(\.record.fairness.isEmpty).map(\.entry.id)
        let isWatched = facts.records(Metric.self, referringTo: position, in: "systems").contains {
          $0.record.area == .fairness
        }
        guard models.isEmpty || !untested.isEmpty, !isWatched else { continue }
        let unmeasured = untested.isEmpty ? "a model" : untested.listed()
        reporter.report(
          "\(entry.named) decides about people, but neither \(unmeasured) nor a metric has fairness results for groups",
          at: entry.path, entry.span(of: system.riskClass == .high ? "risk_class" : "output_type"),
          help: "add `fairness` to \(unmeasured), or add a metric of the area `fairness` that lists the system")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system(riskClass: "⟦high⟧", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(riskClass: "high", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(
        "fairness: [{group: applicants under 25, metric: approval-rate ratio, value: 0.93, threshold: at least 0.90}]"),
      "roles.yaml": ExampleText.role,
    ]))
}
