import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentWithoutAction = RuleID("incident-without-action")
}

extension Rules {
  static let incidentWithoutAction = Rule(
    .incidentWithoutAction, .traceability, .warning,
    title: "a resolved incident of some weight leads to an action",
    clauses: ["10.2", "A.6.2.6"],
    explanation: """
      Resolving an incident ends its effects; an action keeps it from coming back. An incident of medium severity or more \
      that is resolved, names no corrective action and is the source of no nonconformity has been put out and forgotten. \
      Name the action under `actions`; where nothing had to be changed, write a decision that names the incident and gives \
      the reason.
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
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "corrective-actions.yaml": """
      kind: corrective-action
      records:
        - {id: CAR-001, title: Refund terms are read from the table in force, owner: ROL-002, due: 2026-07-31}
      """,
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: Wrong refund promise
          systems: [AIS-001]
          detected: 2026-05-04T14:05Z
          resolved: 2026-05-06T10:30Z
          severity: medium
          actions: [CAR-001]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    for (position, entry, incident) in facts.records(Incident.self) where incident.severity != .low {
      guard let resolved = incident.resolved, asOf.includes(resolved.date), incident.actions.isEmpty else { continue }
      guard dossier.origins(of: position, Nonconformity.name, "source").isEmpty, !isDecided(position, facts) else { continue }
      reporter.report(
        "\(entry.named) (\(incident.severity.rawValue)) is resolved, but no action keeps it from coming back", in: entry,
        "resolved",
        help: "name the corrective action under `actions`, or write a decision that says why none is needed")
    }
  }

  /// Whether a decision in force names it, in a field or in its text.
  private static func isDecided(_ incident: Int, _ facts: Assessment) -> Bool {
    facts.dossier.graph.edges(to: .entry(incident)).contains { edge in
      guard case .entry(let origin) = edge.origin else { return false }
      return facts.dossier.entries[origin].kind.name == Decision.name && facts.counts(origin)
    }
  }
}
