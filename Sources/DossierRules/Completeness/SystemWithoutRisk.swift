import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemWithoutRisk = RuleID("system-without-risk")
}

extension Rules {
  static let systemWithoutRisk = Rule(
    .systemWithoutRisk, .completeness, .warning, title: "every AI system in scope has risks on record",
    clauses: ["6.1.2", "8.2"],
    explanation: """
      A risk assessment covers the systems in scope. One without a single risk has probably not been looked at: even a \
      harmless system can be wrong, unavailable or misused. Record what may go wrong with it, if only to say that it is \
      small and accepted.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(), "rsk-001.md": ExampleText.risk(), "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (position, entry, _) in facts.dated.systemsInScope {
      guard facts.records(Risk.self, referringTo: position, in: "systems").isEmpty else { continue }
      reporter.report(
        "\(entry.named) has no risk on record", at: entry.path, entry.idSpan,
        help: "record what may go wrong with it as risks that name it in `systems`")
    }
  }
}
