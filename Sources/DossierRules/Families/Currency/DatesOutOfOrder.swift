import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let datesOutOfOrder = RuleID("dates-out-of-order")
}

extension Rules {
  static let datesOutOfOrder = Rule(
    .datesOutOfOrder, .currency, .error, title: "dates are in chronological order", clauses: ["7.5.3"],
    explanation: """
      Some events can happen only in one order. An incident is detected before it is resolved, evidence is collected \
      after its period ends, and an acceptance ends after it begins. If two dates are in the wrong order, everything \
      computed from them is wrong too: for example the response time or the validity of evidence. Correct the wrong \
      date.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (kind, orders) in DateOrder.all.sorted(by: { $0.key < $1.key }) {
        for entry in dossier.entries(of: kind) {
          var told: Set<String> = []
          for order in orders {
            guard let (earlier, first) = entry.moments(at: order.earlier).first else { continue }
            for (later, second) in entry.moments(at: order.later) where second.isBefore(first) && told.insert(later).inserted {
              reporter.report(
                "\(entry.named) \(order.words)", in: entry, later, others: [entry.label(earlier, "this date must come first")],
                help: "correct the wrong date")
            }
          }
        }
      }
    },
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
    good: .fixing(["incidents.yaml": ("resolved: 2026-05-04T10:30Z", "resolved: 2026-05-16T10:30Z")]))
}
