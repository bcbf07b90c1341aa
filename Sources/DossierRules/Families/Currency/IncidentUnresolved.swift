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
      This rule reports an incident that was detected more than thirty days ago and has no time in `resolved`. Often \
      the incident was resolved, but nobody recorded this. Or the incident became a lasting condition, which belongs \
      in a risk or nonconformity. The limit of thirty days is a recommendation of dossier, not a requirement of the \
      standard. If the incident was resolved, write the time in `resolved`. If the incident became a lasting \
      condition, record this condition as a risk or nonconformity.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, incident) in facts.records(Incident.self) where asOf.isPast(incident.detected.date.plus(30)) {
        guard !entry.cannotRead("resolved"), (incident.resolved?.date).map({ !asOf.includes($0) }) ?? true else { continue }
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
