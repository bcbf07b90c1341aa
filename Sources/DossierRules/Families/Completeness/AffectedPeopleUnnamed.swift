import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let affectedPeopleUnnamed = RuleID("affected-people-unnamed")
}

extension Rules {
  static let affectedPeopleUnnamed = Rule(
    .affectedPeopleUnnamed, .completeness, .warning, title: "every AI system in scope lists the people it affects",
    clauses: ["4.2", "A.5.4", "A.5.5"],
    explanation: """
      Each AI system in scope must list at least one affected group in `affected_parties`. Examples are users, people \
      whom the system evaluates, and people who never see the system. Auditors expect this list in the inventory. \
      Impact assessments, disclosures and oversight are based on this list. Add the affected groups to \
      `affected_parties`. If the system affects nobody outside the organisation, list the employees who work with its \
      results.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInScope
      where system.affectedParties.isEmpty && !entry.cannotRead("affected_parties") {
        reporter.report(
          "\(entry.named) does not list the people it affects", at: entry.path, entry.idSpan,
          help: "list in `affected_parties` the people it affects, directly or indirectly")
      }
    },
    bad: RuleExample(["ais-001.md": ExampleText.system(id: "⟦AIS-001⟧"), "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "ais-001.md": ExampleText.system("affected_parties: [{who: customers who ask for support, effect: direct}]"),
      "roles.yaml": ExampleText.role,
    ]))
}
