import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

extension RuleID {
  static let disclosureIncomplete = RuleID("disclosure-incomplete")
}

extension Rules {
  static let disclosureIncomplete = Rule(
    .disclosureIncomplete, .completeness, .warning,
    title: "a disclosure states its wording, its place, its date and how people can object",
    clauses: ["A.8.2"],
    explanation: """
      A disclosure must have `wording` and `where`. If its system is in use, the disclosure must also have \
      `live_since`. If a disclosure informs affected individuals about a system that decides about people, it must \
      also have `how_to_contest`. Control A.8.2 covers information for users. Auditors compare `wording` with the text \
      that people see. Add the missing fields. If the disclosure is not shown to people yet, set its status to \
      `draft`.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, disclosure) in facts.records(Disclosure.self) {
        let systems = facts.records(AISystem.self, referredToBy: position, in: "systems").map(\.record)
        let isContestable = disclosure.to == .affectedIndividuals && systems.contains(where: \.decidesAboutPeople)
        let gaps = Gaps(
          of: entry,
          [
            ("the wording", "wording", disclosure.wording.map { !$0.tree.isEmpty } ?? false),
            ("the place", "where", disclosure.place != nil),
            ("the first day it is shown", "live_since", disclosure.liveSince != nil || !systems.contains { $0.isInUse(asOf) }),
            ("how to object", "how_to_contest", disclosure.howToContest != nil || !isContestable),
          ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "\(entry.named) lacks \(gaps.listed)", at: entry.path, entry.idSpan,
          help: "add the missing fields, or set the status to `draft` if it is not shown yet")
      }
    },
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
    ]))
}
