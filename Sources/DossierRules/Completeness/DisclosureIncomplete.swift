import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let disclosureIncomplete = RuleID("disclosure-incomplete")
}

extension Rules {
  static let disclosureIncomplete = Rule(
    .disclosureIncomplete, .completeness, .warning, title: "a disclosure says what people read, where, and how they can object",
    clauses: ["A.8.2"],
    explanation: """
      A disclosure is what a person affected really reads, so the record has to hold the words, the place and the day since \
      which they are shown. People about whom something is decided also need to know how to contest it or to reach a person. \
      Auditors compare the words with what is on the screen. Fill in the fields, or mark the record as a draft while it is \
      none yet.
      """,
    bad: RuleExample([
      "dsc-001.md": ExampleText.file(
        "disclosure", "⟦DSC-001⟧", "A machine answers", "to: users", "systems: [AIS-001]", "where: first line of the chat"),
      "ais-001.md": ExampleText.system("disclosure: [DSC-001]"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "dsc-001.md": ExampleText.file(
        "disclosure", "DSC-001", "A machine answers", "to: users", "systems: [AIS-001]", "where: first line of the chat",
        "wording: A computer program answers you. Type \"person\" to reach one of us.", "live_since: 2026-01-12"),
      "ais-001.md": ExampleText.system("disclosure: [DSC-001]"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (position, entry, disclosure) in facts.records(Disclosure.self) {
      let systems = facts.records(AISystem.self, referredToBy: position, in: "systems").map(\.record)
      let isContestable = disclosure.to == .affectedIndividuals && systems.contains(where: \.decidesAboutPeople)
      let gaps = Gaps([
        "the words (`wording`)": disclosure.wording.map { !$0.tree.isEmpty } ?? false,
        "the place (`where`)": disclosure.place != nil,
        "the day since which it is shown (`live_since`)":
          disclosure.liveSince != nil || !systems.contains { $0.isInUse(asOf) },
        "how to object (`how_to_contest`)": disclosure.howToContest != nil || !isContestable,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "\(entry.named) does not give \(gaps.listed)", at: entry.path, entry.idSpan,
        help: "add what is missing, or give it the status `draft` while nobody sees it")
    }
  }
}
