import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let supplierAssessmentOutdated = RuleID("supplier-assessment-outdated")
}

extension Rules {
  static let supplierAssessmentOutdated = Rule(
    .supplierAssessmentOutdated, .currency, .warning,
    title: "a supplier was assessed within its review cycle, or within a year",
    clauses: ["A.10.3", "8.1", "9.1"],
    explanation: """
      Suppliers change their models, sub-processors and terms. This rule checks suppliers of systems in scope. It \
      reports a supplier whose last assessment is older than the `review_cycle` of the supplier. If the supplier has \
      no `review_cycle`, the limit is one year. Auditors commonly expect one year; the standard sets no limit. Assess \
      the supplier again and write the new day and result in `assessment`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, supplier) in facts.dated.suppliersInUse {
        guard let date = asOf.assessment(of: supplier)?.date, let cycle = entry.head?.reviewCycle ?? CalendarDuration("P1Y"),
          let due = cycle.after(date), asOf.isPast(due)
        else { continue }
        reporter.report(
          "\(entry.named) was last assessed on \(date); the next assessment was due on \(due)", in: entry, "assessment.date",
          help: "assess the supplier again and write the new day and result")
      }
    },
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
    good: .fixing(["suppliers.yaml": ("date: 2025-05-04", "date: 2026-05-04")]))
}
