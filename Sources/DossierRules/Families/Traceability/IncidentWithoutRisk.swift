import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentWithoutRisk = RuleID("incident-without-risk")
}

extension Rules {
  static let incidentWithoutRisk = Rule(
    .incidentWithoutRisk, .traceability, .warning,
    title: "a severe incident has a risk",
    clauses: ["6.1.2", "8.2", "A.6.2.6"],
    explanation: """
      An incident of high or critical severity must list at least one risk in `risks`. In such an incident, a risk \
      occurred. If the risk was known, its score must be reviewed. If the risk was not known, the risk register is \
      incomplete. Clause 8.2 requires a new risk assessment when significant changes occur. List the risk in `risks`. \
      If there is no record of the risk, write one first.
      """,
    check: { facts, reporter in
      for (_, entry, incident) in facts.records(Incident.self) where incident.risks.isEmpty {
        guard incident.severity == .high || incident.severity == .critical else { continue }
        reporter.report(
          "\(entry.named) has the severity `\(incident.severity.rawValue)`, but refers to no risk", in: entry, "severity",
          help: "list in `risks` the risk that occurred, or write a new risk")
      }
    },
    bad: RuleExample([
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: False blocks on a holiday
          systems: [AIS-001]
          detected: 2026-06-20T14:05Z
          severity: ⟦high⟧
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: False blocks on a holiday
          systems: [AIS-001]
          detected: 2026-06-20T14:05Z
          severity: high
          risks: [RSK-001]
      """,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Legitimate payments blocked
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 2, impact: 3}
          treatment: mitigate
          controls: [A.6.2.6]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]))
}
