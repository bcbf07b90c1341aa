import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let incidentUncommunicated = RuleID("incident-uncommunicated")
}

extension Rules {
  static let incidentUncommunicated = Rule(
    .incidentUncommunicated, .completeness, .warning, title: "people affected by an incident have been told",
    clauses: ["A.8.4"],
    explanation: """
      This rule checks incidents that are closed or resolved and that list people in `affected`. It reports an \
      incident if no entry in `communicated` has a date on or before the as-of date. Control A.8.4 covers the \
      communication of incidents to users. Write in `communicated` who was told and when. If there is a good reason \
      not to tell the affected people, add an exception with that reason.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, incident) in facts.records(Incident.self) {
        guard let affected = incident.affected, !EmptyPhrase.saysNothing(affected) else { continue }
        let isOver = facts.status(of: position) == .closed || incident.resolved.map { asOf.includes($0.date) } ?? false
        guard isOver, !incident.communicated.contains(where: { asOf.includes($0.date) }) else { continue }
        reporter.report(
          "\(entry.named) affected people, but no communication on or before \(asOf) is recorded", at: entry.path,
          entry.span(of: "affected"),
          help: "write in `communicated` who was told and when")
      }
    },
    bad: RuleExample([
      "inc-001.md": ExampleText.incident("resolved: 2026-02-13T10:30Z\naffected: ⟦37 shoppers⟧"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing([
      "inc-001.md": ("affected: 37 shoppers", "affected: 37 shoppers\ncommunicated: [{to: the 37 shoppers, date: 2026-02-12}]")
    ]))
}
