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
      Each AI system in scope must have an effective impact assessment. Clause 6.1.4 requires the organisation to \
      assess the consequences for people and society. This applies to systems that the organisation builds and to \
      systems that it buys. Auditors expect the first assessment before the system is used. Write an \
      `impact-assessment` that refers to the system. A draft does not count. An assessment dated after the as-of date \
      does not count either.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, _) in facts.dated.systemsInScope {
        guard facts.records(ImpactAssessment.self, referringTo: position, in: "system").isEmpty else { continue }
        reporter.report(
          "\(entry.named) has no effective impact assessment on \(asOf)", at: entry.path, entry.idSpan,
          help: facts.help(
            finishing: facts.dossier.origins(of: position, ImpactAssessment.name, "system"),
            or: "write an impact assessment that refers to it, with the effects on individuals, groups and society"))
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(), "aia-001.md": ExampleText.assessment(), "roles.yaml": ExampleText.role,
    ]))
}
