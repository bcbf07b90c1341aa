import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let oversightUndefined = RuleID("oversight-undefined")
}

extension Rules {
  static let oversightUndefined = Rule(
    .oversightUndefined, .completeness, .warning, title: "oversight says when a person steps in, who, and with what power",
    clauses: ["A.9.2", "A.6.2.6"],
    explanation: """
      From its development on, auditors ask of a system of the high-risk class, or one that takes decisions or shapes those \
      of people, who watches it. An answer has four parts: what brings a case before a person, which role reviews it, that \
      the reviewer may override the result or stop the system, and where a case goes next. Write them in `oversight`. Annex \
      A has no control of that title; the controls on responsible use and on operation are the nearest.
      """,
    bad: RuleExample([
      "ais-001.md": ExampleText.system(riskClass: "high", "⟦oversight⟧: {reviewer: ROL-001, can: [review]}"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "ais-001.md": ExampleText.system(
        riskClass: "high",
        "oversight: {triggers: [score below 0.40], reviewer: ROL-001, can: [review, override], escalation: ROL-001}"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for (_, entry, system) in facts.dated.systemsInScope where system.decidesAboutPeople || !system.decisions.isEmpty {
      guard [.development, .deployment, .operation].contains(system.lifecycle) else { continue }
      let oversight = system.oversight
      let gaps = Gaps([
        "what brings a case before a person (`triggers`)": oversight.map { !$0.triggers.isEmpty } ?? false,
        "who reviews (`reviewer`)": oversight?.reviewer != nil,
        "the power to override or stop (`can`)": oversight.map { $0.powers.contains(.overrule) || $0.powers.contains(.stop) }
          ?? false,
        "where a case goes next (`escalation`)": oversight?.escalation != nil,
      ])
      guard !gaps.isEmpty else { continue }
      reporter.report(
        "the oversight of \(entry.named) does not give \(gaps.listed)", at: entry.path,
        entry.field("oversight")?.keySpan ?? entry.idSpan,
        help: "add it under `oversight`")
    }
  }
}
