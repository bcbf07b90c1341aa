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
      An incident without a time in `resolved` counts as unresolved. After thirty days this is rarely true. Either the \
      incident was resolved and this was not recorded, or it became a lasting condition that belongs in a risk or \
      nonconformity. The limit of thirty days is a recommendation of dossier, not a requirement of the standard. Write \
      when the incident was resolved, or record the risk or nonconformity.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, incident) in facts.records(Incident.self) where asOf.isPast(incident.detected.date.plus(30)) {
        guard (incident.resolved?.date).map({ !asOf.includes($0) }) ?? true else { continue }
        reporter.report(
          "\(entry.named) was detected on \(incident.detected.date), but was not resolved by \(asOf)", in: entry, "detected",
          help: "write when it was resolved, or record it as a risk or nonconformity")
      }
    },
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
    good: .fixing([
      "incidents.yaml": ("detected: 2026-05-04T14:05Z", "detected: 2026-05-04T14:05Z\n    resolved: 2026-05-06T10:30Z")
    ]))
}
