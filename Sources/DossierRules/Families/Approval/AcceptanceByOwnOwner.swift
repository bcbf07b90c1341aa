import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let acceptanceByOwnOwner = RuleID("acceptance-by-own-owner")
}

extension Rules {
  static let acceptanceByOwnOwner = Rule(
    .acceptanceByOwnOwner, .approval, .warning,
    title: "a risk above the owner's limit is not accepted by the owner of the system",
    clauses: ["5.3", "6.1.3", "A.3.2"],
    explanation: """
      `acceptable` in `dossier.yaml` is the highest score that an owner may accept alone. Owners are close to their \
      own systems, so a role with wider responsibility must accept higher scores. This rule reports a risk with a \
      higher score if the accepting role owns one of the risk's systems. In this case, auditors ask for an independent \
      view. Have the risk accepted by a role that owns none of the risk's systems.
      """,
    check: { facts, reporter in
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
          "\(entry.named) with score \(risk.score) was accepted by \(acceptance.by.id), the owner of \(own.id)", in: entry,
          "acceptance.by",
          others: [own.label("owner", "its owner")], help: "have the risk accepted by a role that owns none of its systems")
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
          acceptance: {by: ⟦ROL-001⟧, date: 2026-04-16, rationale: watched monthly, until: 2026-10-31}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - {id: AIS-001, title: Credit scoring, purpose: ranks, owner: ROL-001, role: [deployer], lifecycle: operation, risk_class: high}
      """,
    ]),
    good: .fixing(["systems.yaml": ("owner: ROL-001", "owner: ROL-002")]))
}
