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
      This rule checks high-risk systems, and systems that make or influence decisions about people. It checks these \
      systems from development until the end of operation. Their `oversight` must have four parts: triggers for a \
      human review, a reviewer, the power to override or stop, and an escalation. Auditors ask who oversees the \
      system. Write the missing parts in `oversight`. Annex A has no control with the title "human oversight". The \
      closest controls are A.9.2 (responsible use) and A.6.2.6 (operation).
      """,
    check: { facts, reporter in
      for (_, entry, system) in facts.dated.systemsInScope where system.decidesAboutPeople || !system.decisions.isEmpty {
        guard [.development, .deployment, .operation].contains(system.lifecycle), !entry.cannotRead("oversight") else { continue }
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
