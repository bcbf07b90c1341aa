import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlUnanswered = RuleID("control-unanswered")
}

extension Rules {
  static let controlUnanswered = Rule(
    .controlUnanswered, .applicability, .warning, title: "the statement of applicability has a line for every control",
    clauses: ["6.1.3"],
    explanation: """
      The statement of applicability compares the controls an organisation has chosen with all of Annex A, so that none is \
      left out by oversight. A control without a line is neither applied nor excluded; it was not considered. Add a \
      `control-implementation` record for each, also for those you exclude. Drafts do not count.
      """,
    bad: RuleExample(["dossier.yaml": "organisation: ⟦Example Ltd⟧", "soa.yaml": ExampleText.statement(without: "A.8.3")]),
    good: RuleExample(["dossier.yaml": ExampleText.organisation, "soa.yaml": ExampleText.statement()])
  ) { facts, reporter in
    let dossier = facts.dossier
    guard let place = dossier.organisationPlace else { return }
    let rows = facts.statement.rows
    let open = rows.filter { row in row.implementation.map { !facts.counts($0) } ?? true }
    guard !open.isEmpty else { return }
    let ids = open.map { dossier.catalogues[$0.catalogue].items[$0.item].id }
    reporter.report(
      "\(open.count) of \(rows.count) controls have no line in the statement of applicability: \(ids.listed(8))", at: place.path,
      place.span, help: "add a line for each with `dossier new control-implementation`, also for those that do not apply")
  }
}
