import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentUncommunicated = RuleID("incident-uncommunicated")
}

extension Rules {
  static let incidentUncommunicated = Rule(
    .incidentUncommunicated, .completeness, .warning, title: "who was affected by an incident has been told",
    clauses: ["A.8.4"],
    explanation: """
      A control of area A.8 deals with telling users about incidents. An incident that names people affected, is over, and \
      names nobody who was told leaves open whether they know. Write in `communicated` who was told and when. Where it was \
      decided with good reason not to tell them, an exception is the place for that reason.
      """,
    bad: RuleExample([
      "inc-001.md": ExampleText.incident("resolved: 2026-02-13T10:30Z\naffected: ⟦37 shoppers⟧"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "inc-001.md": ExampleText.incident(
        "resolved: 2026-02-13T10:30Z\naffected: 37 shoppers\ncommunicated: [{to: the 37 shoppers, date: 2026-02-12}]"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let asOf = facts.asOf
    for (position, entry, incident) in facts.records(Incident.self) {
      guard let affected = incident.affected, !EmptyPhrase.saysNothing(affected) else { continue }
      let isOver = facts.status(of: position) == .closed || incident.resolved.map { asOf.includes($0.date) } ?? false
      guard isOver, !incident.communicated.contains(where: { asOf.includes($0.date) }) else { continue }
      reporter.report(
        "\(entry.named) names who was affected, and nobody who was told", at: entry.path, entry.span(of: "affected"),
        help: "write in `communicated` who was told and when")
    }
  }
}
