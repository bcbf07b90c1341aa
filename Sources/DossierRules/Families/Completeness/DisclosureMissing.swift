import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let disclosureMissing = RuleID("disclosure-missing")
}

extension Rules {
  static let disclosureMissing = Rule(
    .disclosureMissing, .completeness, .warning, title: "people who encounter an AI system in use are told about it",
    clauses: ["A.8.2", "A.8.5"],
    explanation: """
      A disclosure tells people about an AI system that they encounter. A system in use needs an effective disclosure \
      if its class is high-risk or limited. A system in use that processes personal data and affects people directly \
      also needs one. A draft does not count, and neither does a disclosure that starts after the as-of date. Control \
      A.8.2 covers information for users. Laws on AI can require more information. Write a `disclosure` record with \
      the wording and the place where people see it. If people do not encounter the system, correct its class or its \
      affected parties.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, system) in facts.dated.systemsInUse where system.meetsPeople {
        let isTold =
          !facts.records(Disclosure.self, referringTo: position, in: "systems").isEmpty
          || !facts.records(Disclosure.self, referredToBy: position, in: "disclosure").isEmpty
        guard !isTold else { continue }
        reporter.report(
          "\(entry.named) affects people, but no disclosure about it is effective on \(asOf)", at: entry.path, entry.idSpan,
          help: facts.help(
            finishing: facts.dossier.origins(of: position, Disclosure.name, "systems")
              + facts.dossier.targets(of: position, "disclosure"),
            or: "add a disclosure that lists the system in `systems`, with the first day it is shown"))
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("disclosure: [DSC-001]"),
      "dsc-001.md": ExampleText.file(
        "disclosure", "DSC-001", "A machine answers", "to: users", "systems: [AIS-001]", "live_since: 2026-01-12"),
      "roles.yaml": ExampleText.role,
    ]))
}
