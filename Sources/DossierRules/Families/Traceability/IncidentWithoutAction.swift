import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentWithoutAction = RuleID("incident-without-action")
}

extension Rules {
  static let incidentWithoutAction = Rule(
    .incidentWithoutAction, .traceability, .warning,
    title: "a resolved incident of medium or higher severity leads to an action",
    clauses: ["10.2", "A.6.2.6"],
    explanation: """
      A resolved incident of medium or higher severity must list a corrective action in `actions`. Alternatively, a \
      nonconformity can refer to the incident in `source`. A resolution ends the effects of an incident, and a \
      corrective action prevents a repetition. Clause 10.2 requires actions on the causes of nonconformities. Add the \
      action to `actions`. If no action is necessary, write a decision that refers to the incident and gives the \
      reason.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      for (position, entry, incident) in facts.records(Incident.self) where incident.severity != .low {
        guard let resolved = incident.resolved, asOf.includes(resolved.date), incident.actions.isEmpty,
          !entry.cannotRead("actions")
        else { continue }
        guard dossier.origins(of: position, Nonconformity.name, "source").isEmpty, !isDecided(position, facts) else { continue }
        reporter.report(
          "\(entry.named) (\(incident.severity.rawValue)) is resolved, but has no action to prevent a repetition", in: entry,
          "resolved",
          help: "add a corrective action to `actions`, or write a decision that states why none is needed")
      }
    },
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
        - {id: CAR-001, title: Refund terms are read from the current table, owner: ROL-002, due: 2026-07-31}
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
    ]))

  /// Whether an effective decision refers to the incident, in a field or in its text.
  private static func isDecided(_ incident: Int, _ facts: Assessment) -> Bool {
    facts.dossier.graph.edges(to: .entry(incident)).contains { edge in
      guard case .entry(let origin) = edge.origin else { return false }
      return facts.dossier.entries[origin].kind.name == Decision.name && facts.counts(origin)
    }
  }
}
