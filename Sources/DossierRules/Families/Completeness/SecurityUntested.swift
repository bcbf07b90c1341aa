import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let securityUntested = RuleID("security-untested")
}

extension Rules {
  static let securityUntested = Rule(
    .securityUntested, .completeness, .warning, title: "the models of a system in use were tested for security",
    clauses: ["A.6.2.4"],
    explanation: """
      Each model of a system in use must have at least one result in `security_tests` that is dated on or before the \
      as-of date. Attackers can mislead a model with crafted input, extract data from it, or poison its training data. \
      Auditors expect that verification includes tests against such attacks. If an attacker could gain more, test \
      more. For a bought model, you can use tests by the supplier or your own tests from outside. Write in \
      `security_tests` what was tried and what the result was.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      var systems: [Int: [String]] = [:]
      for found in facts.dated.systemsInUse {
        for model in dossier.targets(of: found.position, "models") { systems[model, default: []].append(found.entry.id) }
      }
      for (position, entry, model) in facts.records(Model.self) {
        guard let users = systems[position], asOf.done(model.securityTests).isEmpty,
          !entry.cannotRead("security_tests")
        else { continue }
        reporter.report(
          "\(entry.named) is used in \(users.listed()), but has no security test on or before \(asOf)", at: entry.path,
          entry.idSpan,
          help: "add what was tried, and the result, to `security_tests`")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]"),
      "mdl-001.md": ExampleText.model(id: "⟦MDL-001⟧"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("models: [MDL-001]"),
      "mdl-001.md": ExampleText.model("security_tests: [{test: 400 crafted inputs, result: no change of class above 2 %}]"),
      "roles.yaml": ExampleText.role,
    ]))
}
