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
      Where people are affected by decisions, an average says little: a system may be right on the whole and wrong for the \
      young or for one language. Of a system of the high-risk class, or one that decides about people, auditors expect \
      results per group from its development on: either in the `fairness` of each model or as a metric of the area \
      `fairness` that names the system. Measure it for the groups that the impact assessment names.
      """,
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
    ])
  ) { facts, reporter in
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
        "\(entry.named) decides about people, and neither \(unmeasured) nor a metric of it shows fairness for groups",
        at: entry.path, entry.span(of: system.riskClass == .high ? "risk_class" : "output_type"),
        help: "add `fairness` to \(unmeasured), or a metric of the area `fairness` that names the system")
    }
  }
}
