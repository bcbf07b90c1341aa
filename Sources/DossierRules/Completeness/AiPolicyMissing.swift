import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let aiPolicyMissing = RuleID("ai-policy-missing")
}

extension Rules {
  static let aiPolicyMissing = Rule(
    .aiPolicyMissing, .completeness, .warning, title: "there is an AI policy in force",
    clauses: ["5.2", "A.2.2"],
    explanation: """
      Everything else in the management system rests on an AI policy that top management has approved. On the day that is \
      judged no policy in force says that it puts clause 5.2 or control A.2.2 into effect. Write one, have it approved, and \
      name the clause in `implements`; if there is one already, only the reference is missing. Drafts and policies of a \
      later day do not count.
      """,
    bad: RuleExample([
      "dossier.yaml": "organisation: ⟦Example Ltd⟧",
      "pol-001.md": ExampleText.policy("implements: [A.9.2]", text: "Staff use AI tools that are on the list."),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "dossier.yaml": ExampleText.organisation,
      "pol-001.md": ExampleText.policy("implements: [\"5.2\", A.2.2]", text: "We use AI where a person can stop it."),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    guard let place = dossier.organisationPlace, facts.dated.aiPolicies.isEmpty else { return }
    reporter.report(
      "on \(asOf) no policy in force is the AI policy: none implements 5.2 or A.2.2", at: place.path, place.span,
      help: "write the AI policy, or add 5.2 and A.2.2 to `implements` of the policy that is it")
  }
}
