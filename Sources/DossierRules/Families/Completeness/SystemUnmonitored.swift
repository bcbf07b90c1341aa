import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemUnmonitored = RuleID("system-unmonitored")
}

extension Rules {
  static let systemUnmonitored = Rule(
    .systemUnmonitored, .completeness, .warning, title: "at least one metric monitors each system in use",
    clauses: ["9.1", "A.6.2.6"],
    explanation: """
      Each system in use must be listed in `systems` of at least one effective metric. Data, people and suppliers' models \
      change, so the behaviour of a system can change. Clause 9.1 requires monitoring and measurement. Metrics of the \
      areas `control-effectiveness`, `objectives` and `audit-findings` do not count, because they monitor the management \
      system. Add a `metric` that lists the system, or add the system to a suitable existing metric.
      """,
    check: { facts, reporter in
      for (position, entry, _) in facts.dated.systemsInUse {
        let metrics = facts.records(Metric.self, referringTo: position, in: "systems")
        guard !metrics.contains(where: { watchesSystems($0.record) }) else { continue }
        reporter.report(
          "\(entry.named) is in use, but no effective metric monitors it", at: entry.path, entry.idSpan,
          help: facts.help(
            finishing: facts.dossier.origins(of: position, Metric.name, "systems").filter {
              (facts.dossier.entries[$0].record as? Metric).map(watchesSystems) ?? false
            }, or: "add a metric that lists it in `systems`, with a threshold and a frequency"))
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(),
      "metric.md": ExampleText.file("metric", "MTR-001", "Wrong answers", "unit: \"%\"", "systems: [AIS-001]"),
      "question.md": ExampleText.mention(of: "MTR-001"),
      "roles.yaml": ExampleText.role,
    ]))

  /// Whether the metric measures AI systems, not the management system.
  private static func watchesSystems(_ metric: Metric) -> Bool {
    switch metric.area {
    case .controlEffectiveness, .objectives, .auditFindings: false
    case .performance, .fairness, .drift, .incidents, .oversight, nil: true
    }
  }
}
