import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemUnassessed = RuleID("system-unassessed")
}

extension Rules {
  static let systemUnassessed = Rule(
    .systemUnassessed, .completeness, .warning, title: "every AI system in scope has an impact assessment",
    clauses: ["6.1.4", "8.4", "A.5.2"],
    explanation: """
      What a system may do to people and to society has to be assessed, for systems that are built as for those that are \
      bought; auditors expect the first assessment before the system is used. A system in scope without one on the day that \
      is judged is one of the first things they look for. Write an `impact-assessment` that names it; drafts and \
      assessments of a later day do not count.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(), "aia-001.md": ExampleText.assessment(), "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (position, entry, _) in facts.dated.systemsInScope {
      guard facts.records(ImpactAssessment.self, referringTo: position, in: "system").isEmpty else { continue }
      reporter.report(
        "\(entry.named) has no impact assessment on \(asOf)", at: entry.path, entry.idSpan,
        help: "assess what it does to individuals, groups and society in an impact assessment that names it")
    }
  }
}
