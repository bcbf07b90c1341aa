import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let aiPolicyMissing = RuleID("ai-policy-missing")
}

extension Rules {
  static let aiPolicyMissing = Rule(
    .aiPolicyMissing, .completeness, .warning, title: "an effective AI policy exists",
    clauses: ["5.2", "A.2.2"],
    explanation: """
      Clause 5.2 requires an AI policy from top management. The rest of the management system depends on this policy. \
      This rule looks for a policy that is effective on the as-of date and lists clause 5.2 or control A.2.2 in \
      `implements`. A draft does not count, and neither does a policy that takes effect later. If an AI policy exists, \
      add the clause to its `implements`. Otherwise write an AI policy, add the clause, and have the policy approved.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      guard let place = dossier.organisationPlace, facts.dated.aiPolicies.isEmpty else { return }
      reporter.report(
        "no policy that is effective on \(asOf) implements 5.2 or A.2.2", at: place.path, place.span,
        help: facts.help(
          finishing: facts.dated.policiesForAI,
          or: "write an AI policy, or add 5.2 and A.2.2 to `implements` of the existing AI policy"))
    },
    bad: RuleExample([
      "dossier.yaml": "organisation: ⟦Example Ltd⟧",
      "pol-001.md": ExampleText.policy("implements: [A.9.2]", text: "Staff use AI tools that are on the list."),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing([
      "pol-001.md": ("implements: [A.9.2]", "implements: [\"5.2\", A.2.2]"),
      "pol-001.md": ("Staff use AI tools that are on the list.", "We use AI where a person can stop it."),
    ]))
}
