import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactUnlinked = RuleID("impact-unlinked")
}

extension Rules {
  static let impactUnlinked = Rule(
    .impactUnlinked, .traceability, .warning,
    title: "the risks of a system refer to its impact assessment",
    clauses: ["6.1.2", "6.1.4"],
    explanation: """
      This rule checks systems that have risks and impact assessments. It reports a system if no risk lists one of the \
      system's impact assessments in `impacts`. Clause 6.1.4 requires that the risk assessment considers the results \
      of the impact assessment. Without a reference, nobody can see whether the risks cover each effect on people. \
      Read the effects in the impact assessment, and find the risks that cover these effects. Add the impact \
      assessment to `impacts` of these risks.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var hasRisks: Set<Int> = []
      var named: Set<Int> = []
      for (position, _, _) in facts.records(Risk.self) {
        hasRisks.formUnion(dossier.targets(of: position, "systems"))
        named.formUnion(dossier.targets(of: position, "impacts"))
      }
      for (position, system, _) in facts.dated.systemsInScope where hasRisks.contains(position) {
        let own = facts.records(ImpactAssessment.self, referringTo: position, in: "system")
        guard let latest = facts.impactAssessments.bySystem[position], !own.contains(where: { named.contains($0.position) })
        else { continue }
        let entry = dossier.entries[latest.position]
        reporter.report(
          "no risk of \(system.named) refers to \(entry.named)", in: entry,
          help: "add \(entry.id) to `impacts` of the risks that cover its effects")
      }
    },
    bad: RuleExample([
      "impact-assessments.yaml": """
      kind: impact-assessment
      records:
        - id: ⟦AIA-001⟧
          title: Support assistant
          system: AIS-001
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
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["risks.yaml": ("controls: [A.6.2.4]", "controls: [A.6.2.4]\n    impacts: [AIA-001]")]))
}
