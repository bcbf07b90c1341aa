import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let deploymentUndated = RuleID("deployment-undated")
}

extension Rules {
  static let deploymentUndated = Rule(
    .deploymentUndated, .completeness, .note, title: "a system in use has a deployment date",
    clauses: ["A.6.2.5"],
    explanation: """
      A system in use should have a date in `deployed`, the first day of use. Auditors expect that the gate, the \
      impact assessment, the disclosure and the tests are dated before the first use. Without a date in `deployed`, \
      dossier cannot check this order. Write the first day of use in `deployed`.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInUse
      where system.deployed == nil && !entry.cannotRead("deployed") {
        reporter.report(
          "\(entry.named) is in use, but has no deployment date", at: entry.path, entry.span(of: "lifecycle"),
          help: "write the first day of use in `deployed`")
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(lifecycle: "⟦operation⟧"), "roles.yaml": ExampleText.role]),
    good: .fixing(["ais-001.md": ("risk_class: limited", "risk_class: limited\ndeployed: 2026-01-12")]))
}
