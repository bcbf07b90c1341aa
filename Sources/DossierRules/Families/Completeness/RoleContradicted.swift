import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let roleContradicted = RuleID("role-contradicted")
}

extension Rules {
  static let roleContradicted = Rule(
    .roleContradicted, .completeness, .note,
    title: "an organisation that makes the model of a system is its developer or provider",
    clauses: ["4.1", "A.3.2"],
    explanation: """
      A system that uses a model with `origin: internal` should have `developer` or `provider` in `role`. The role of \
      the organisation decides which controls and duties apply. If the organisation made the model, it developed at \
      least a part of the system. This is also true if the other parts are bought. Add `developer` to `role` of the \
      system. If another organisation made the model, correct `origin` of the model.
      """,
    check: { facts, reporter in
      for (position, entry, system) in facts.dated.systemsInScope {
        guard !system.roles.contains(.developer), !system.roles.contains(.provider) else { continue }
        let own = facts.records(Model.self, referredToBy: position, in: "models").filter { $0.record.origin == .inHouse }
        guard !own.isEmpty else { continue }
        reporter.report(
          "\(entry.named) uses \(own.map(\.entry.id).listed()) with the origin `internal`, but has no `developer` in `role`",
          at: entry.path, entry.span(of: "role"),
          others: own.map { .init($0.entry.path, $0.entry.span(of: "origin"), "made by the organisation") },
          help: "add `developer` to `role`, or correct the origin of the model")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system(role: "⟦[deployer]⟧", "models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing(["ais-001.md": ("role: [deployer]", "role: [developer, deployer]")]))
}
