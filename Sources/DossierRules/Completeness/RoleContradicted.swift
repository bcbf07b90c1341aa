import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let roleContradicted = RuleID("role-contradicted")
}

extension Rules {
  static let roleContradicted = Rule(
    .roleContradicted, .completeness, .note, title: "who makes a model of its own is also a developer",
    clauses: ["4.1", "A.3.2"],
    explanation: """
      In what capacity an organisation deals with a system (it develops, provides, deploys or uses it) decides which \
      controls and duties fall on it. A system that runs a model made here is at least in part developed here, even where \
      the rest is bought. Add `developer` to `role`, or correct the origin of the model.
      """,
    bad: RuleExample([
      "ais-001.md": ExampleText.system(role: "⟦[deployer]⟧", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(role: "[developer, deployer]", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (position, entry, system) in facts.dated.systemsInScope {
      guard !system.roles.contains(.developer), !system.roles.contains(.provider) else { continue }
      let own = facts.records(Model.self, referredToBy: position, in: "models").filter { $0.record.origin == .inHouse }
      guard !own.isEmpty else { continue }
      reporter.report(
        "\(entry.named) runs \(own.map(\.entry.id).listed()), made here, and does not name us as its developer", at: entry.path,
        entry.span(of: "role"), others: own.map { .init($0.entry.path, $0.entry.span(of: "origin"), "made here") },
        help: "add `developer` to `role`, or correct the origin of the model")
    }
  }
}
