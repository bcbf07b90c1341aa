import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactUnlinked = RuleID("impact-unlinked")
}

extension Rules {
  static let impactUnlinked = Rule(
    .impactUnlinked, .traceability, .warning,
    title: "the risks of a system draw on its impact assessment",
    clauses: ["6.1.2", "6.1.4"],
    explanation: """
      The results of the impact assessment have to be considered in the risk assessment. When a system has risks and \
      an impact assessment, and no risk names any of its assessments under `impacts`, the two were made side by \
      side, and an effect on people may have no risk at all. Go through the effects and name the assessment in the \
      risks that take them up.
      """,
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
    good: RuleExample([
      "impact-assessments.yaml": """
      kind: impact-assessment
      records:
        - id: AIA-001
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
          impacts: [AIA-001]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var assessments: [Int: [(position: Int, date: CivilDate)]] = [:]
    for (position, _, assessment) in facts.records(ImpactAssessment.self) {
      if let system = dossier.record(assessment.system) {
        assessments[system.position, default: []].append((position, assessment.date))
      }
    }
    var hasRisks: Set<Int> = []
    var named: Set<Int> = []
    for (position, _, _) in facts.records(Risk.self) {
      hasRisks.formUnion(dossier.targets(of: position, "systems"))
      named.formUnion(dossier.targets(of: position, "impacts"))
    }
    for (position, system, _) in facts.dated.systemsInScope where hasRisks.contains(position) {
      guard let own = assessments[position], !own.contains(where: { named.contains($0.position) }),
        let latest = own.max(by: { $0.date < $1.date })
      else { continue }
      let entry = dossier.entries[latest.position]
      reporter.report(
        "no risk of \(system.named) draws on \(entry.named)", in: entry,
        help: "name it under `impacts` in the risks that take up its effects")
    }
  }
}
