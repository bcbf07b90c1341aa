import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceByOwnOwner = RuleID("acceptance-by-own-owner")
}

extension Rules {
  static let acceptanceByOwnOwner = Rule(
    .acceptanceByOwnOwner, .approval, .warning,
    title: "a risk above the owner's limit is not accepted by the owner of the system alone",
    clauses: ["5.3", "6.1.3", "A.3.2"],
    explanation: """
      `acceptable` in `dossier.yaml` is the score up to which an owner may accept, because owners stand close to what they \
      own. Above it the decision belongs to somebody who answers for more than that system. When the role that accepted the \
      risk also owns one of its systems, auditors ask who looked at it from outside. Have a role accept it that owns none \
      of the systems concerned.
      """,
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
          acceptance: {by: ⟦ROL-001⟧, date: 2026-04-16, rationale: watched monthly, until: 2026-10-31}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - {id: AIS-001, title: Credit scoring, purpose: ranks, owner: ROL-001, role: [deployer], lifecycle: operation, risk_class: high}
      """,
    ]),
    good: RuleExample([
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
          acceptance: {by: ROL-001, date: 2026-04-16, rationale: watched monthly, until: 2026-10-31}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - {id: AIS-001, title: Credit scoring, purpose: ranks, owner: ROL-002, role: [deployer], lifecycle: operation, risk_class: high}
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    let authorities = facts.authorities
    guard let acceptable = facts.appetite.acceptable else { return }
    for (position, entry, risk) in facts.records(Risk.self) where risk.score > acceptable {
      guard let acceptance = asOf.acceptance(of: risk),
        authorities.mayApprove(acceptance.by, Risk.name, score: risk.score)
      else { continue }
      let own = dossier.targets(of: position, "systems").map { dossier.entries[$0] }.first { system in
        system.head?.owner.map { RecordID.key($0.id) } == RecordID.key(acceptance.by.id)
      }
      guard let own else { continue }
      reporter.report(
        "\(entry.named) at \(risk.score) was accepted by \(acceptance.by.id), the owner of \(own.id)", in: entry, "acceptance.by",
        others: [own.label("owner", "its owner")], help: "have it accepted by a role that owns none of its systems")
    }
  }
}
