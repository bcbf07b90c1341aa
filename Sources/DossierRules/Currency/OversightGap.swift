import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let oversightGap = RuleID("oversight-gap")
}

extension Rules {
  static let oversightGap = Rule(
    .oversightGap, .currency, .warning,
    title: "the oversight of a high-risk system shows in the last twelve months",
    clauses: ["A.9.2", "A.6.2.6", "9.1"],
    explanation: """
      Oversight that leaves no trace cannot be shown. A system of high risk in operation, in use for more than a \
      year and with a reviewer named, has no oversight event in the twelve months before the day that is judged. \
      Either nobody looked, or what they saw was not kept. Record some of the reviews that take place anyway, those \
      that overruled the system first.
      """,
    bad: RuleExample([
      "oversight.yaml": """
      kind: oversight-event
      records:
        - {id: OVS-001, title: Refusal withdrawn, system: AIS-001, date: 2025-05-04, reviewer: ROL-002}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Credit scoring
          purpose: ranks applications
          owner: ROL-001
          role: [deployer]
          lifecycle: operation
          risk_class: high
          deployed: 2024-02-12
          oversight: {reviewer: ⟦ROL-002⟧, can: [override]}
      """,
    ]),
    good: RuleExample([
      "oversight.yaml": """
      kind: oversight-event
      records:
        - {id: OVS-001, title: Refusal withdrawn, system: AIS-001, date: 2026-05-04, reviewer: ROL-002}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Credit scoring
          purpose: ranks applications
          owner: ROL-001
          role: [deployer]
          lifecycle: operation
          risk_class: high
          deployed: 2024-02-12
          oversight: {reviewer: ROL-002, can: [override]}
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    let year = asOf.date.plus(years: -1)
    var last: [Int: CivilDate] = [:]
    for (_, _, event) in facts.records(OversightEvent.self) {
      if let system = dossier.record(event.system)?.position { last[system] = max(event.date, last[system] ?? event.date) }
    }
    for (position, entry, system) in facts.dated.systemsInScope
    where system.riskClass == .high && system.lifecycle == .operation {
      guard system.oversight?.reviewer != nil, let deployed = system.deployed, deployed < year,
        last[position].map({ $0 < year }) ?? true
      else { continue }
      reporter.report(
        "\(entry.named) is of high risk, but has no oversight event " + (last[position].map { "since \($0)" } ?? "at all"),
        in: entry,
        "oversight.reviewer", help: "record reviews that took place (`dossier new oversight-event`)")
    }
  }
}
