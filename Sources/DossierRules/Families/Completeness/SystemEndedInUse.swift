import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let systemEndedInUse = RuleID("system-ended-in-use")
}

extension Rules {
  static let systemEndedInUse = Rule(
    .systemEndedInUse, .completeness, .error, title: "a closed, retired or rejected AI system is not in use",
    clauses: ["4.3", "A.6.2.6"],
    explanation: """
      An AI system whose record is closed, retired or rejected does not count: no rule asks for its risks, its oversight \
      or its evidence. If `lifecycle` says that the same system is in deployment or operation, one of the two fields is \
      wrong. The system may then run although no rule checks it. If the system still runs, remove the status. If it does \
      not, write `lifecycle: decommissioned`.
      """,
    check: { facts, reporter in
      for (position, entry, system) in facts.records(AISystem.self, with: [.closed, .retired, .rejected])
      where system.isInUse(facts.asOf) {
        reporter.report(
          "\(entry.named) is \(facts.status(of: position).rawValue), but its `lifecycle` is `\(system.lifecycle.rawValue)`",
          at: entry.path, entry.span(of: "lifecycle"),
          others: entry.retirementSpan.map { [.init(entry.path, $0, "ended here")] } ?? [],
          help: "write `lifecycle: decommissioned`, or remove the status if the system is still in use")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system(lifecycle: "⟦operation⟧", "status: closed"), "roles.yaml": ExampleText.role,
    ]),
    good: .fixing(["ais-001.md": ("status: closed", "status: active")]))
}
