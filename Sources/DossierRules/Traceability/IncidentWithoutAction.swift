import DossierRecords
import DossierText

extension RuleID {
  static let incidentWithoutAction = RuleID("incident-without-action")
}

extension Rules {
  static let incidentWithoutAction = Rule(
    .incidentWithoutAction, .traceability, .warning,
    title: "a resolved incident of some weight leads to an action",
    clauses: ["10.2", "A.8.4"],
    explanation: """
      Resolving an incident ends its effects; an action keeps it from coming back. An incident of medium severity or \
      more that is resolved, names no corrective action and is the source of no nonconformity has been put out and \
      forgotten. Name the action under `actions`; where nothing had to be changed, say so in a nonconformity or \
      decision that gives the reason.
      """,
    bad: RuleExample([
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: Wrong refund promise
          systems: [AIS-001]
          detected: 2026-05-04T14:05Z
          resolved: ⟦2026-05-06T10:30Z⟧
          severity: medium
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": ExampleText.system,
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
      "systems.yaml": ExampleText.system,
    ])
  ) { dossier, asOf, reporter in
    for (position, entry, incident) in dossier.standing(Incident.self, on: asOf) where incident.severity != .low {
      guard let resolved = incident.resolved, resolved.date <= asOf, incident.actions.isEmpty else { continue }
      let isFollowed = !dossier.origins(of: position, Nonconformity.name, "source").isEmpty
      guard !isFollowed else { continue }
      reporter.report(
        "\(entry.named) (\(incident.severity.rawValue)) is resolved, but no action keeps it from coming back", in: entry,
        "resolved",
        help: "name the corrective action under `actions`")
    }
  }
}
