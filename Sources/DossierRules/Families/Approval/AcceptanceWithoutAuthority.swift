import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceWithoutAuthority = RuleID("acceptance-without-authority")
}

extension Rules {
  static let acceptanceWithoutAuthority = Rule(
    .acceptanceWithoutAuthority, .approval, .error,
    title: "a risk is accepted by a role that may accept its score",
    clauses: ["5.3", "6.1.3", "A.3.2"],
    explanation: """
      This rule reports a risk if the role that accepted it has no authority for the score of the risk. The owner of \
      the risk, or of one of its systems, may accept a score up to `acceptable` in `dossier.yaml`. Without \
      `acceptable`, these owners may accept any score. Any other role needs an entry in `approves` that covers the \
      score, such as `risk: residual up to 12`. An acceptance without this authority does not count. Let a role with \
      the authority accept the risk. If no role lists `risk` under `approves`, this rule reports nothing.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let authorities = facts.authorities
      let appetite = facts.appetite
      for (position, entry, risk) in facts.records(Risk.self) {
        guard let acceptance = asOf.acceptance(of: risk) else { continue }
        let owners = dossier.owners(ofRisk: position)
        let isOwners = owners.contains(RecordID.key(acceptance.by.id)) && risk.score <= appetite.acceptable ?? Int.max
        guard !isOwners, !authorities.mayApprove(acceptance.by, Risk.name, score: risk.score) else { continue }
        let able = authorities.approvers(of: Risk.name, score: risk.score)
        let problem = authorities.isNotEffective(acceptance.by) ? "is not effective" : "may not accept that score"
        reporter.report(
          "\(entry.named) with score \(risk.score) was accepted by \(acceptance.by.id), which \(problem)", in: entry,
          "acceptance.by", others: [entry.label(risk.scoreField, "\(risk.score)")],
          help: able.isEmpty
            ? "treat the risk further: no role may accept this score" : "have it accepted by \(able.listed(3, "or"))")
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
          acceptance: {by: ⟦ROL-003⟧, date: 2026-04-16, rationale: watched monthly, until: 2026-10-31}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("by: ROL-003", "by: ROL-001")]))
}
