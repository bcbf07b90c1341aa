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
      A system in use needs an effective disclosure if its class is high-risk or limited. It also needs one if it \
      processes personal data and affects some people directly. Control A.8.2 covers information for users, and AI law can \
      require more. A draft, or a disclosure that starts after the as-of date, does not count. Write a `disclosure` record \
      with the wording and the place. If people do not encounter the system, correct its class or its affected parties.
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
          help: "add a disclosure that lists the system in `systems`, with the first day it is shown")
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
