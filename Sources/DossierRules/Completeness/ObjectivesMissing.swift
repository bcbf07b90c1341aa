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
      The policy says what the organisation wants; objectives say how far it wants to get, by when, and who sees to it. \
      Without one, monitoring has nothing to be held against and the management review nothing to decide on. Begin with one \
      that hurts when it is missed.
      """,
    bad: RuleExample(["dossier.yaml": "organisation: ⟦Example Ltd⟧", "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "dossier.yaml": ExampleText.organisation,
      "obj-001.md": ExampleText.file(
        "objective", "OBJ-001", "Few wrong answers", "owner: ROL-001", "measure: wrong answers in a sample of 50",
        "target: {comparison: at-most, value: 2, unit: \"%\"}"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    guard let place = dossier.organisationPlace, facts.records(Objective.self).isEmpty else { return }
    reporter.report(
      "no AI objective is on record", at: place.path, place.span,
      help: "write one with `dossier new objective`: a measure, a target, an owner and a day")
  }
}
