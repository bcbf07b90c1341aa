import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let scopeExclusionUnjustified = RuleID("scope-exclusion-unjustified")
}

extension Rules {
  static let scopeExclusionUnjustified = Rule(
    .scopeExclusionUnjustified, .completeness, .error, title: "a system outside the scope says why",
    clauses: ["4.3"],
    explanation: """
      The scope of a management system may leave things out, but the boundary has to be decided and defended. An AI system \
      that is known and left out without a reason looks like one that was hard to control. Write the reason in \
      `exclusion_reason`, or take the system into the scope.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system("in_scope: ⟦false⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(
        "in_scope: false\nexclusion_reason: sold with its customers to another company on 2026-02-01"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, system) in facts.records(AISystem.self) where system.inScope == false {
      guard system.exclusionReason.map(EmptyPhrase.saysNothing) ?? true else { continue }
      reporter.report(
        "\(entry.named) is outside the scope without a reason", at: entry.path,
        entry.span(of: system.exclusionReason == nil ? "in_scope" : "exclusion_reason"),
        help: "write in `exclusion_reason` why it is left out, or take it into the scope")
    }
  }
}
