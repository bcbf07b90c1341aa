import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemUnmonitored = RuleID("system-unmonitored")
}

extension Rules {
  static let systemUnmonitored = Rule(
    .systemUnmonitored, .completeness, .warning, title: "a system in use is watched by at least one metric",
    clauses: ["9.1", "A.6.2.6"],
    explanation: """
      What is in use drifts: data change, people change, suppliers change their models. Monitoring needs something that is \
      measured again and again, with a value at which somebody acts. A system in use that no metric names is not shown to \
      be watched. Metrics of the areas `control-effectiveness`, `objectives` and `audit-findings` do not count: they watch \
      the management system. Add a `metric` that names the system in `systems`, or name the system in one that watches it \
      already.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(),
      "metric.md": ExampleText.file("metric", "MTR-001", "Wrong answers", "unit: \"%\"", "systems: [AIS-001]"),
      "question.md": ExampleText.mention(of: "MTR-001"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (position, entry, _) in facts.dated.systemsInUse {
      let metrics = facts.records(Metric.self, referringTo: position, in: "systems")
      guard !metrics.contains(where: { watchesSystems($0.record) }) else { continue }
      reporter.report(
        "\(entry.named) is in use and no metric watches it", at: entry.path, entry.idSpan,
        help: "add a metric that names it in `systems`, with a threshold and a frequency")
    }
  }

  /// Whether it is about what systems do, and not about how the management system is run.
  private static func watchesSystems(_ metric: Metric) -> Bool {
    switch metric.area {
    case .controlEffectiveness, .objectives, .auditFindings: false
    case .performance, .fairness, .drift, .incidents, .oversight, nil: true
    }
  }
}
