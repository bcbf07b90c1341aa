import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let datesOutOfOrder = RuleID("dates-out-of-order")
}

extension Rules {
  static let datesOutOfOrder = Rule(
    .datesOutOfOrder, .currency, .error, title: "what comes after does not stand before", clauses: ["7.5.3"],
    explanation: """
      Some days can only come in one order: an incident is not resolved before it was detected, evidence not \
      collected before its period was over, an acceptance does not end before it begins. One of the two days is \
      wrong, and then everything computed from it is wrong too, from the time it took to answer to the validity of \
      the evidence. Correct the one that is wrong.
      """,
    bad: RuleExample([
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: Wrong refund promise
          systems: [AIS-001]
          detected: 2026-05-14T14:05Z
          resolved: ⟦2026-05-04T10:30Z⟧
          severity: low
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "incidents.yaml": """
      kind: incident
      records:
        - id: INC-001
          title: Wrong refund promise
          systems: [AIS-001]
          detected: 2026-05-14T14:05Z
          resolved: 2026-05-16T10:30Z
          severity: low
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (kind, orders) in DateOrder.all.sorted(by: { $0.key < $1.key }) {
      for entry in dossier.entries(of: kind) {
        var told: Set<String> = []
        for order in orders {
          guard let (earlier, first) = entry.moments(at: order.earlier).first else { continue }
          for (later, second) in entry.moments(at: order.later) where second.isBefore(first) && told.insert(later).inserted {
            reporter.report(
              "\(entry.named) \(order.words)", in: entry, later, others: [entry.label(earlier, "this day comes first")],
              help: "correct the day that is wrong")
          }
        }
      }
    }
  }
}
