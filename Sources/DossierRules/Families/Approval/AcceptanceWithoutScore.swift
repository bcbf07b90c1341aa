import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceWithoutScore = RuleID("acceptance-without-score")
}

extension Rules {
  static let acceptanceWithoutScore = Rule(
    .acceptanceWithoutScore, .approval, .note,
    title: "the acceptance of a risk above the acceptable score states the score that was accepted", clauses: ["6.1.3", "8.3"],
    explanation: """
      ISO/IEC 42001, 6.1.3, requires that designated managers accept the residual risks. An acceptance without a score \
      does not say what was accepted. If the score of the risk rises later, nobody notices that the acceptance no longer \
      covers it. This rule reports acceptances of risks whose score is above `acceptable` in `dossier.yaml`. We \
      recommend that you write the accepted score, likelihood × impact, in `acceptance.score`. `acceptance-outgrown` \
      then compares it with the present score.
      """,
    check: { facts, reporter in
      for (position, entry, risk) in facts.records(Risk.self) {
        guard let acceptance = facts.asOf.acceptance(of: risk), acceptance.score == nil, let state = facts.risk(at: position),
          let band = state.band, band != .acceptable
        else { continue }
        reporter.report(
          "the acceptance of \(entry.named), whose score is \(state.score), does not state the accepted score", in: entry,
          "acceptance",
          help: "write in `acceptance.score` the score that \(acceptance.by.id) accepted")
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
          acceptance: ⟦{by: ROL-001, date: 2026-04-16, rationale: watched monthly, until: 2026-10-31}⟧
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("until: 2026-10-31", "score: 8, until: 2026-10-31")]))
}
