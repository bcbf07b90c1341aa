import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let deploymentUndated = RuleID("deployment-undated")
}

extension Rules {
  static let deploymentUndated = Rule(
    .deploymentUndated, .completeness, .note, title: "a system in use says since when",
    clauses: ["A.6.2.5"],
    explanation: """
      The day on which a system went into use divides what had to be done before from what is watched since: gate, \
      assessment, disclosure and test all have to be older. Without it, this program cannot judge that order either. Write \
      the day in `deployed`.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(lifecycle: "⟦operation⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample(["ais-001.md": ExampleText.system("deployed: 2026-01-12"), "roles.yaml": ExampleText.role])
  ) { facts, reporter in
    for (_, entry, system) in facts.dated.systemsInUse where system.deployed == nil {
      reporter.report(
        "\(entry.named) is in use and does not say since when", at: entry.path, entry.span(of: "lifecycle"),
        help: "write the first day of its use in `deployed`")
    }
  }
}
