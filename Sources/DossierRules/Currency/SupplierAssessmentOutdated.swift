import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierAssessmentOutdated = RuleID("supplier-assessment-outdated")
}

extension Rules {
  static let supplierAssessmentOutdated = Rule(
    .supplierAssessmentOutdated, .currency, .warning,
    title: "a supplier was assessed within its cycle, or within a year",
    clauses: ["A.10.3", "8.1", "9.1"],
    explanation: """
      A supplier changes its models, its sub-processors and its terms. The last assessment of one that a system in scope \
      names is older than the supplier's own `review_cycle`, or than a year where it has none; a year is what auditors \
      commonly expect and no term of the standard. Assess the supplier again and write the new day and result.
      """,
    bad: RuleExample([
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: Answerworks
          service: a language model
          assessment: {date: ⟦2025-05-04⟧, by: ROL-001, result: accepted}
      """,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Support assistant
          purpose: answers questions of shoppers
          owner: ROL-002
          role: [deployer]
          lifecycle: operation
          risk_class: limited
          suppliers: [SUP-001]
      """,
    ]),
    good: RuleExample([
      "roles.yaml": ExampleText.roles,
      "suppliers.yaml": """
      kind: supplier
      records:
        - id: SUP-001
          title: Answerworks
          service: a language model
          assessment: {date: 2026-05-04, by: ROL-001, result: accepted}
      """,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Support assistant
          purpose: answers questions of shoppers
          owner: ROL-002
          role: [deployer]
          lifecycle: operation
          risk_class: limited
          suppliers: [SUP-001]
      """,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (_, entry, supplier) in facts.dated.suppliersInUse {
      guard let date = asOf.assessment(of: supplier)?.date, let cycle = entry.head?.reviewCycle ?? CalendarDuration("P1Y"),
        let due = cycle.after(date), asOf.isPast(due)
      else { continue }
      reporter.report(
        "\(entry.named) was last assessed on \(date); the next assessment was due on \(due)", in: entry, "assessment.date",
        help: "assess it again and write the new day and result")
    }
  }
}
