import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let assessmentOutdated = RuleID("assessment-outdated")
}

extension Rules {
  static let assessmentOutdated = Rule(
    .assessmentOutdated, .currency, .warning,
    title: "an impact assessment is newer than every event that requires a new one",
    clauses: ["6.1.4", "8.4", "A.5.2"],
    explanation: """
      ISO/IEC 42001, 8.4, requires a new impact assessment when significant changes are proposed. Examples that \
      dossier looks for are a new model or data set, a new use, a serious incident, or a law that begins to apply. \
      This rule reports the latest assessment of a system if such a change is later. The message gives the change, its \
      date and its place. Assess the system again, or review the assessment and write the day in `reviewed`. A change \
      can refer to its assessment in `assessed_in`. That assessment may be up to thirty days older than the change.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let triggers = facts.triggers
      let latest = facts.impactAssessments
      for (position, system, _) in facts.dated.systemsInScope {
        guard let own = latest.bySystem[position] else { continue }
        let missed = triggers.since(own.made, .impact, of: position, position: own.position)
        guard let first = missed.first else { continue }
        let entry = dossier.entries[own.position]
        let isReview = facts.reviewed(entry) == own.made
        reporter.report(
          "\(entry.named), the latest assessment of \(system.named), was made or reviewed on \(own.made), before \(first.words(dossier))\(missed.furtherWords)",
          in: entry,
          isReview ? "reviewed" : "date", others: missed.prefix(4).map { $0.label(dossier) },
          help: "assess \(system.id) again, or review \(entry.id) and write the day under `reviewed`")
      }
    },
    bad: RuleExample([
      "changes.yaml": """
      kind: change
      records:
        - {id: CHG-001, title: Bureau attributes, what: dataset, date: 2026-04-02, systems: [AIS-001], approved_by: ROL-001}
      """,
      "impact-assessments.yaml": """
      kind: impact-assessment
      records:
        - {id: AIA-001, title: Credit scoring, system: AIS-001, date: ⟦2026-01-08⟧, assessor: ROL-002}
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: .fixing(["impact-assessments.yaml": ("date: 2026-01-08", "date: 2026-05-18")]))
}
