import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemWithoutRisk = RuleID("system-without-risk")
}

extension Rules {
  static let systemWithoutRisk = Rule(
    .systemWithoutRisk, .completeness, .warning, title: "every AI system in scope has at least one risk record",
    clauses: ["6.1.2", "8.2"],
    explanation: """
      Each AI system in scope must be listed in `systems` of at least one effective risk. Clauses 6.1.2 and 8.2 \
      require risk assessments. A system without any risk has probably not been assessed. Even a harmless system can \
      be wrong, unavailable or misused. Write a risk for each thing that can go wrong, even if the risk is small and \
      accepted. List the system in `systems` of the risk.
      """,
    check: { facts, reporter in
      for (position, entry, _) in facts.dated.systemsInScope {
        guard facts.records(Risk.self, referringTo: position, in: "systems").isEmpty else { continue }
        reporter.report(
          "\(entry.named) has no effective risk record", at: entry.path, entry.idSpan,
          help: facts.help(
            finishing: facts.dossier.origins(of: position, Risk.name, "systems"),
            or: "add a risk that lists it in `systems`, for each thing that can go wrong"))
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(), "rsk-001.md": ExampleText.risk(), "roles.yaml": ExampleText.role,
    ]))
}
