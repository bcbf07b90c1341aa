import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let objectivesMissing = RuleID("objectives-missing")
}

extension Rules {
  static let objectivesMissing = Rule(
    .objectivesMissing, .completeness, .warning, title: "the management system has AI objectives",
    clauses: ["6.2"],
    explanation: """
      The workspace must have at least one effective objective. Clause 6.2 requires AI objectives. A policy states \
      only the intentions of the organisation, but an objective states a target, a due date and an owner. Without \
      objectives, monitoring has no target, and the management review cannot evaluate any progress. Start with one \
      important objective: run `dossier new objective`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let place = dossier.organisationPlace, facts.records(Objective.self).isEmpty else { return }
      reporter.report(
        "no AI objective is effective on \(facts.asOf)", at: place.path, place.span,
        help: facts.help(
          finishing: dossier.positions(of: Objective.name),
          or: "run `dossier new objective`, and write a measure, a target, an owner and a due date"))
    },
    bad: RuleExample(["dossier.yaml": "organisation: ⟦Example Ltd⟧", "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "dossier.yaml": ExampleText.organisation,
      "obj-001.md": ExampleText.file(
        "objective", "OBJ-001", "Few wrong answers", "owner: ROL-001", "measure: wrong answers in a sample of 50",
        "target: {comparison: at-most, value: 2, unit: \"%\"}"),
      "roles.yaml": ExampleText.role,
    ]))
}
