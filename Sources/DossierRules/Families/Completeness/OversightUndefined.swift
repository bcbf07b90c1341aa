import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let oversightUndefined = RuleID("oversight-undefined")
}

extension Rules {
  static let oversightUndefined = Rule(
    .oversightUndefined, .completeness, .warning, title: "oversight defines triggers, a reviewer, powers and an escalation",
    clauses: ["A.9.2", "A.6.2.6"],
    explanation: """
      This rule checks high-risk systems and systems that make or influence decisions about people. It applies from \
      development until the end of operation. Their `oversight` must have four parts: triggers for a human review, the \
      reviewing role, the power to override or stop, and the role for escalation. Auditors ask who oversees such a \
      system. Write the missing parts in `oversight`. Annex A has no control with this title. The controls on \
      responsible use (A.9.2) and operation (A.6.2.6) are closest.
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInScope where system.decidesAboutPeople || !system.decisions.isEmpty {
        guard [.development, .deployment, .operation].contains(system.lifecycle) else { continue }
        let oversight = system.oversight
        let gaps = Gaps([
          "triggers for a human review (`triggers`)": oversight.map { !$0.triggers.isEmpty } ?? false,
          "a reviewer (`reviewer`)": oversight?.reviewer != nil,
          "the power to override or stop (`can`)": oversight.map { $0.powers.contains(.overrule) || $0.powers.contains(.stop) }
            ?? false,
          "an escalation (`escalation`)": oversight?.escalation != nil,
        ])
        guard !gaps.isEmpty else { continue }
        reporter.report(
          "the oversight of \(entry.named) lacks \(gaps.listed)", at: entry.path,
          entry.field("oversight")?.keySpan ?? entry.idSpan,
          help: "add the missing parts under `oversight`")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system(riskClass: "high", "⟦oversight⟧: {reviewer: ROL-001, can: [review]}"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(
        riskClass: "high",
        "oversight: {triggers: [score below 0.40], reviewer: ROL-001, can: [review, override], escalation: ROL-001}"),
      "roles.yaml": ExampleText.role,
    ]))
}
