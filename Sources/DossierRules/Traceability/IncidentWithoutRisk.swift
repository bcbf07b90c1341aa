import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentWithoutRisk = RuleID("incident-without-risk")
}

extension Rules {
  static let incidentWithoutRisk = Rule(
    .incidentWithoutRisk, .traceability, .warning,
    title: "a grave incident is tied to a risk",
    clauses: ["6.1.2", "8.2", "A.6.2.6"],
    explanation: """
      A grave incident is a risk that came true. If the risk was known, its score has to be looked at again; if it \
      was not, the register has a hole. An incident of high or critical severity without a risk says that nobody has \
      asked which of the two it is. Name the risk under `risks`, and write a new one where there is none.
      """,
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
    ])
  ) { facts, reporter in
    for (_, entry, incident) in facts.records(Incident.self) where incident.risks.isEmpty {
      guard incident.severity == .high || incident.severity == .critical else { continue }
      reporter.report(
        "\(entry.named) was \(incident.severity.rawValue), but is tied to no risk", in: entry, "severity",
        help: "name the risk that came true under `risks`, or write a new one")
    }
  }
}
