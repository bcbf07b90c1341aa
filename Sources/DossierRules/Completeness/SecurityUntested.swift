import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let securityUntested = RuleID("security-untested")
}

extension Rules {
  static let securityUntested = Rule(
    .securityUntested, .completeness, .warning, title: "the models of a system in use were tested against attacks",
    clauses: ["A.6.2.4"],
    explanation: """
      Models fail in ways of their own: crafted input, extraction, poisoned data. Verification of a system in use is \
      expected to include such tests, scaled to what an attacker could gain. Of a bought model, the supplier's test or your \
      own from outside counts. Add what was tried and how the model stood to `security_tests`.
      """,
    bad: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(id: "⟦MDL-001⟧"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]"),
      "mdl-001.md": ExampleText.model("security_tests: [{test: 400 crafted inputs, result: no change of class above 2 %}]"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    var systems: [Int: [String]] = [:]
    for found in facts.dated.systemsInUse {
      for model in dossier.targets(of: found.position, "models") { systems[model, default: []].append(found.entry.id) }
    }
    for (position, entry, model) in facts.records(Model.self) where model.state != .retired {
      guard let users = systems[position], asOf.done(model.securityTests).isEmpty else { continue }
      reporter.report(
        "\(entry.named) runs in \(users.listed()), and no test of its security is recorded", at: entry.path, entry.idSpan,
        help: "add what was tried and how it stood to `security_tests`")
    }
  }
}
