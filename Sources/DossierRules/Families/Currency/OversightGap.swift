import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let oversightGap = RuleID("oversight-gap")
}

extension Rules {
  static let oversightGap = Rule(
    .oversightGap, .currency, .warning,
    title: "a high-risk system has an oversight event in the last twelve months",
    clauses: ["A.9.2", "A.6.2.6", "9.1"],
    explanation: """
      Oversight without a record cannot be shown to an auditor. This rule checks high-risk systems in operation \
      that have a reviewer and have been in use for more than a year. It reports a system that has no oversight \
      event in the twelve months before the as-of date. If people checked outputs of the system, record some of \
      their decisions as oversight events. Start with decisions that overruled the system. If nobody checked its \
      outputs, begin to check them.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      var last: [Int: CivilDate] = [:]
      for (_, _, event) in facts.records(OversightEvent.self) {
        if let system = dossier.record(event.system)?.position { last[system] = max(event.date, last[system] ?? event.date) }
      }
      for (position, entry, system) in facts.dated.systemsInScope
      where system.riskClass == .high && system.lifecycle == .operation {
        guard system.oversight?.reviewer != nil, let deployed = system.deployed, asOf.isOverAYearAfter(deployed),
          last[position].map({ asOf.isOverAYearAfter($0) }) ?? true
        else { continue }
        reporter.report(
          "high-risk \(entry.named) has no oversight event " + (last[position].map { "since \($0)" } ?? "at all"),
          in: entry,
          "oversight.reviewer",
          help: "record decisions in which people checked outputs, or begin to check outputs (`dossier new oversight-event`)")
      }
    },
    bad: RuleExample([
      "oversight.yaml": """
      kind: oversight-event
      records:
        - {id: OVS-001, title: Refusal withdrawn, system: AIS-001, date: 2025-05-04, reviewer: ROL-002}
      """,
      "roles.yaml": ExampleText.roles,
      "systems.yaml": """
      kind: ai-system
      records:
        - id: AIS-001
          title: Credit scoring
          purpose: ranks applications
          owner: ROL-001
          role: [deployer]
          lifecycle: operation
          risk_class: high
          deployed: 2024-02-12
          oversight: {reviewer: ⟦ROL-002⟧, can: [override]}
      """,
    ]),
    good: .fixing(["oversight.yaml": ("date: 2025-05-04", "date: 2026-05-04")]))
}
