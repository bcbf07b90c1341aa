import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactOfOtherSystem = RuleID("impact-of-other-system")
}

extension Rules {
  static let impactOfOtherSystem = Rule(
    .impactOfOtherSystem, .traceability, .warning,
    title: "a risk refers only to impact assessments of its own systems",
    clauses: ["6.1.2", "6.1.4"],
    explanation: """
      A risk lists its systems in `systems` and its impact assessments in `impacts`. Each of these impact assessments \
      must be about one of these systems. If an assessment is about another system, either the reference is wrong, or \
      the list of systems is incomplete. If the reference is wrong, refer to the right assessment. If the list is \
      incomplete, add the system to `systems`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry, _) in facts.records(Risk.self) {
        let systems = dossier.targets(of: position, "systems")
        for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "impacts" {
          guard case .entry(let target)? = edge.target, let assessment = dossier.entries[target].record as? ImpactAssessment,
            let system = dossier.record(assessment.system), !systems.contains(system.position)
          else { continue }
          reporter.report(
            "\(entry.named) refers to \(dossier.entries[target].named), which is about \(system.entry.id), but \(entry.id) does "
              + "not list \(system.entry.id) in `systems`", at: edge.site,
            help:
              "refer to an assessment of a system that \(entry.id) lists, or add \(system.entry.id) to `systems` of \(entry.id)")
        }
      }
    },
    bad: RuleExample([
      "impact-assessments.yaml": """
      kind: impact-assessment
      records:
        - id: AIA-002
          title: Credit scoring
          system: AIS-002
          date: 2026-05-04
          assessor: ROL-002
      """,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 2, impact: 3}
          treatment: mitigate
          controls: [A.6.2.4]
          impacts: [⟦AIA-002⟧]
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - {id: AIS-001, title: Support assistant, purpose: answers, owner: ROL-002, role: [deployer], lifecycle: operation, risk_class: limited}
        - {id: AIS-002, title: Credit scoring, purpose: ranks, owner: ROL-001, role: [deployer], lifecycle: operation, risk_class: high}
      """,
    ]),
    good: .fixing(["risks.yaml": ("systems: [AIS-001]", "systems: [AIS-001, AIS-002]")]))
}
