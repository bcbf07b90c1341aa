import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentUnresolved = RuleID("incident-unresolved")
}

extension Rules {
  static let incidentUnresolved = Rule(
    .incidentUnresolved, .currency, .warning, title: "an incident is resolved within thirty days", clauses: ["10.2", "A.6.2.6"],
    explanation: """
      An incident without a time in `resolved` is still going on. After thirty days that is seldom true: either it \
      was resolved and nobody wrote it down, or it has turned into a state that people live with and belongs into a \
      risk or nonconformity. Thirty days are this tool's measure, not the standard's. Write when it was resolved, or \
      record what it has become.
      """,
    bad: RuleExample([
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: Wrong refund promise
          systems: [AIS-001]
          detected: ⟦2026-05-04T14:05Z⟧
          severity: low
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: Wrong refund promise
          systems: [AIS-001]
          detected: 2026-05-04T14:05Z
          resolved: 2026-05-06T10:30Z
          severity: low
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (_, entry, incident) in facts.records(Incident.self) where asOf.isPast(incident.detected.date.plus(30)) {
      guard (incident.resolved?.date).map({ !asOf.includes($0) }) ?? true else { continue }
      reporter.report(
        "\(entry.named) was detected on \(incident.detected.date) and was not resolved by \(asOf)", in: entry, "detected",
        help: "write when it was resolved, or record the risk or nonconformity it has become")
    }
  }
}
