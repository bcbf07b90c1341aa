import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let impactAssessmentOverdue = RuleID("impact-assessment-overdue")
}

extension Rules {
  static let impactAssessmentOverdue = Rule(
    .impactAssessmentOverdue, .currency, .warning,
    title: "an impact assessment is repeated by its planned date",
    clauses: ["6.1.4", "8.4", "A.5.2"],
    explanation: """
      ISO/IEC 42001, 8.4, requires impact assessments at planned intervals. This rule reports the latest assessment of \
      a system if the day in `next` has passed. It reports nothing if the assessment was reviewed on or after that \
      day. Assess the system again as it is used today. If nothing has changed, record a review of the assessment, and \
      write a new day in `next`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let latest = facts.impactAssessments
      let overdue = Set(facts.reviews.all.filter { $0.due.map { asOf.isPast($0) } ?? false }.map(\.entry.id))
      for (position, system, _) in facts.dated.systemsInScope {
        guard let own = latest.bySystem[position], let next = (dossier.entries[own.position].record as? ImpactAssessment)?.next,
          asOf.isPast(next), own.made < next
        else { continue }
        let entry = dossier.entries[own.position]
        // Skip an assessment whose review is overdue: `review-overdue` already reports it.
        guard !overdue.contains(entry.id) else { continue }
        reporter.report(
          "the next assessment of \(system.named) was due on \(next); the latest assessment is \(entry.id) of \(own.made)",
          in: entry,
          "next",
          help: "assess the system again, or record the review and write a new day in `next`")
      }
    },
    bad: RuleExample([
      "impact-assessments.yaml": """
      kind: impact-assessment
      records:
        - {id: AIA-001, title: Support assistant, system: AIS-001, date: 2025-05-04, assessor: ROL-002, next: ⟦2026-05-04⟧}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["impact-assessments.yaml": ("next: 2026-05-04", "next: 2026-11-04")]))
}
