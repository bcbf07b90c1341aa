import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let policyStatementsMissing = RuleID("policy-statements-missing")
}

extension Rules {
  static let policyStatementsMissing = Rule(
    .policyStatementsMissing, .completeness, .warning, title: "the AI policy makes the required statements",
    clauses: ["5.2", "A.2.2"],
    explanation: """
      The AI policy must have five entries in `statements`. Clause 5.2 requires that the policy fits the purpose of \
      the organisation, gives a framework for objectives and is communicated. It also requires commitments to meet the \
      applicable requirements and to improve continually. Auditors look for each of these statements in the text. If \
      the policy does not make a statement, add it to the text. Then write the statement, or the section that contains \
      it, in `statements`.
      """,
    check: { facts, reporter in
      func says(_ statement: String?) -> Bool { statement.map { !EmptyPhrase.saysNothing($0) } ?? false }
      for (_, entry, policy) in facts.dated.aiPolicies where !entry.cannotRead("statements") {
        let statements = policy.statements
        let gaps = Gaps([
          "its purpose": says(statements?.purpose),
          "a framework for objectives": says(statements?.objectivesFramework),
          "a commitment to the applicable requirements": says(statements?.applicableRequirements),
          "a commitment to continual improvement": says(statements?.continualImprovement),
          "to whom it was communicated": says(statements?.communicatedTo),
        ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) is the AI policy, but does not state \(gaps.listed)", at: entry.path,
          entry.field("statements")?.keySpan ?? entry.idSpan,
          help: "add each missing statement to the policy; then write in `statements` the statement or its section")
      }
    },
    bad: RuleExample([
      "pol-001.md": ExampleText.policy(
        "implements: [A.2.2]\n⟦statements⟧: {purpose: answers at any hour, communicated_to: all staff at entry}",
        text: "We use AI where a person can stop it."),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "pol-001.md": ExampleText.policy(
        """
        implements: [A.2.2]
        statements:
          purpose: answers at any hour
          objectives_framework: each January the board sets aims with a measure and a day
          applicable_requirements: we keep to the law on AI and to our contracts
          continual_improvement: what audits and incidents show gets an owner and a day
          communicated_to: all staff at entry
        """,
        text: "We use AI where a person can stop it."),
      "roles.yaml": ExampleText.role,
    ]))
}
