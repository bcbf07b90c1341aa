import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactUnanswered = RuleID("impact-unanswered")
}

extension Rules {
  static let impactUnanswered = Rule(
    .impactUnanswered, .traceability, .warning,
    title: "a severe effect in an impact assessment has a mitigation or a control",
    clauses: ["6.1.4", "8.4", "A.5.4", "A.5.5"],
    explanation: """
      An effect with the severity `high` or `severe` must have `mitigations` or `controls`. This applies to effects on \
      individuals, groups, society and the organisation. The purpose of an impact assessment is to reduce harm. If an \
      assessment finds harm, it must also state what is done against this harm. Write the measures in `mitigations`, \
      or list the controls in `controls`. If nothing can be done, write that in `mitigations`, and have the remaining \
      risk accepted.
      """,
    check: { facts, reporter in
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
          "\(entry.named) has severe effects on \(parts.joined(separator: " and on ")), but no mitigation or control for them",
          in: entry, "\(first).severity", others: parts.dropFirst().map { entry.label("\($0).severity", "and here") },
          help: "write `mitigations` or `controls` next to the severity")
      }
    },
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
    good: .fixing([
      "impact-assessments.yaml": (
        "severity: high",
        "severity: high\n      mitigations: [return terms are compared with the current table]"
      )
    ]))
}
