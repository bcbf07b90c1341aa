import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let affectedPeopleUnnamed = RuleID("affected-people-unnamed")
}

extension Rules {
  static let affectedPeopleUnnamed = Rule(
    .affectedPeopleUnnamed, .completeness, .warning, title: "every AI system says whom it affects",
    clauses: ["4.2", "A.5.4", "A.5.5"],
    explanation: """
      Impacts can only be assessed for people somebody has thought of: those who use a system, those it judges, and those \
      who never see it. Auditors expect to find them named in the inventory, because assessments, disclosures and oversight \
      all start from that list. Name the groups in `affected_parties`. Where a system affects nobody outside, name those \
      inside who work with its results.
      """,
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("affected_parties: [{who: customers who ask for support, effect: direct}]"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, system) in facts.dated.systemsInScope where system.affectedParties.isEmpty {
      reporter.report(
        "\(entry.named) does not say whom it affects", at: entry.path, entry.idSpan,
        help: "name the people it affects in `affected_parties`, directly or indirectly")
    }
  }
}
