import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let disclosureMissing = RuleID("disclosure-missing")
}

extension Rules {
  static let disclosureMissing = Rule(
    .disclosureMissing, .completeness, .warning, title: "people who meet an AI system in use are told about it",
    clauses: ["A.8.2", "A.8.5"],
    explanation: """
      Annex A has a control on what users are told about an AI system, and AI law may ask for more. A system in use of the \
      high-risk or limited class, or one that takes in data about people and affects some of them directly, needs at least \
      one disclosure that is shown on the day that is judged; one that is a draft or goes live later is none yet. Write a \
      `disclosure` record with the words and the place, or correct the class or the affected parties if nobody meets the \
      system.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("disclosure: [DSC-001]"),
      "dsc-001.md": ExampleText.file(
        "disclosure", "DSC-001", "A machine answers", "to: users", "systems: [AIS-001]", "live_since: 2026-01-12"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (position, entry, system) in facts.dated.systemsInUse where system.meetsPeople {
      let isTold =
        !facts.records(Disclosure.self, referringTo: position, in: "systems").isEmpty
        || !facts.records(Disclosure.self, referredToBy: position, in: "disclosure").isEmpty
      guard !isTold else { continue }
      reporter.report(
        "\(entry.named) meets people, and on \(asOf) no disclosure tells them of it", at: entry.path, entry.idSpan,
        help: "add a disclosure that names it in `systems`, with the day since which it is shown")
    }
  }
}
