import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactUnanswered = RuleID("impact-unanswered")
}

extension Rules {
  static let impactUnanswered = Rule(
    .impactUnanswered, .traceability, .warning,
    title: "a grave effect found by an impact assessment is answered",
    clauses: ["6.1.4", "8.4", "A.5.4", "A.5.5"],
    explanation: """
      An impact assessment is made so that harm is dealt with. Where it finds an effect of high severity or worse, on \
      people, society or the organisation, and names neither a mitigation nor a control, it has found the harm and stopped. \
      Say what is done about it under `mitigations` or `controls`; if nothing can be done, say that there, and let somebody \
      accept the risk.
      """,
    bad: RuleExample([
      "impact-assessments.yaml": """
      kind: impact-assessment
      records:
        - id: AIA-001
          title: Support assistant
          system: AIS-001
          date: 2026-05-04
          assessor: ROL-002
          individuals:
            effects: [a shopper loses the right to return goods]
            severity: ⟦high⟧
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
          individuals:
            effects: [a shopper loses the right to return goods]
            severity: high
            mitigations: [return terms are compared with the table in force]
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    for (_, entry, assessment) in facts.records(ImpactAssessment.self, with: [.effective]) {
      let parts = [
        ("individuals", assessment.individuals), ("groups", assessment.groups), ("society", assessment.society),
        ("organisation", assessment.organisation),
      ].filter { _, part in
        guard let part, let severity = part.severity else { return false }
        return (severity == .high || severity == .severe) && part.mitigations.isEmpty && part.controls.isEmpty
      }.map(\.0)
      guard let first = parts.first else { continue }
      reporter.report(
        "\(entry.named) finds grave effects on \(parts.joined(separator: " and on ")) and says nothing that is done about them",
        in: entry, "\(first).severity", others: parts.dropFirst().map { entry.label("\($0).severity", "and here") },
        help: "write `mitigations` or `controls` beside the severity")
    }
  }
}
