import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceOutgrown = RuleID("acceptance-outgrown")
}

extension Rules {
  static let acceptanceOutgrown = Rule(
    .acceptanceOutgrown, .approval, .warning,
    title: "the accepted score of a risk is not lower than its present score", clauses: ["6.1.3", "8.3"],
    explanation: """
      ISO/IEC 42001, 6.1.3, requires that designated managers accept the residual risks. An acceptance covers a risk \
      only up to the score in `acceptance.score`. This rule reports a risk whose present score is higher. The present \
      score is likelihood × impact of `residual`. If there is no `residual`, `inherent` is used instead. Let a role \
      with enough authority accept the present score, and record the new acceptance. Otherwise, treat the risk further \
      until its score is not above the accepted score.
      """,
    check: { facts, reporter in
      for (position, entry, risk) in facts.records(Risk.self) {
        guard let state = facts.risk(at: position), case .outgrown(let accepted) = state.acceptance,
          let acceptance = risk.acceptance
        else { continue }
        reporter.report(
          "\(acceptance.by.id) accepted \(entry.named) at a score of \(accepted), but the risk now has the score \(state.score)",
          in: entry,
          "acceptance.score", others: [entry.label(risk.scoreField, "a score of \(state.score)")],
          help: "have the present score accepted and record it, or treat the risk further")
      }
    },
    bad: RuleExample([
      "dossier.yaml": ExampleText.configuration,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Age disparity in approvals
          systems: [AIS-001]
          category: fairness-and-bias
          inherent: {likelihood: 4, impact: 5}
          treatment: mitigate
          controls: [A.5.4]
          residual: {likelihood: 2, impact: 4}
          acceptance: {by: ROL-001, date: 2026-04-16, rationale: watched monthly, score: ⟦6⟧, until: 2026-10-31}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("score: 6", "score: 8")]))
}
