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
      If an incident is over and lists people in `affected`, it must show that somebody was told about it. At least one \
      entry in `communicated` must have a date up to the as-of date. Control A.8.4 covers the communication of incidents \
      to users. Write in `communicated` who was told and when. If there is a good reason not to tell them, add an \
      exception with that reason.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (position, entry, incident) in facts.records(Incident.self) {
        guard let affected = incident.affected, !EmptyPhrase.saysNothing(affected) else { continue }
        let isOver = facts.status(of: position) == .closed || incident.resolved.map { asOf.includes($0.date) } ?? false
        guard isOver, !incident.communicated.contains(where: { asOf.includes($0.date) }) else { continue }
        reporter.report(
          "\(entry.named) affected people, but no communication by \(asOf) is recorded", at: entry.path,
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
