import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let scopeExclusionUnjustified = RuleID("scope-exclusion-unjustified")
}

extension Rules {
  static let scopeExclusionUnjustified = Rule(
    .scopeExclusionUnjustified, .completeness, .error, title: "a system outside the scope has a reason for its exclusion",
    clauses: ["4.3"],
    explanation: """
      A system with `in_scope: false` must have an `exclusion_reason`. Clause 4.3 requires the organisation to \
      determine the boundaries of the management system. If no reason is given, readers may think that the system was \
      excluded because it is hard to control. Write the reason, or include the system in the scope. A phrase such as \
      "not applicable" is not a reason.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.records(AISystem.self) where system.inScope == false {
        guard system.exclusionReason.map(EmptyPhrase.saysNothing) ?? true else { continue }
        reporter.report(
          "\(entry.named) is outside the scope without a reason", at: entry.path,
          entry.span(of: system.exclusionReason == nil ? "in_scope" : "exclusion_reason"),
          help: "write in `exclusion_reason` why it is excluded, or include it in the scope")
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system("in_scope: ⟦false⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(
        "in_scope: false\nexclusion_reason: sold with its customers to another company on 2026-02-01"),
      "roles.yaml": ExampleText.role,
    ]))
}
