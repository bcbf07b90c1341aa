import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskOutdated = RuleID("risk-outdated")
}

extension Rules {
  static let riskOutdated = Rule(
    .riskOutdated, .currency, .warning, title: "a risk was looked at again after what calls for it",
    clauses: ["6.1.2", "8.2"],
    explanation: """
      Risks are assessed again when significant changes occur: a change to the system, an incident that is a risk come \
      true, a supplier that was accepted with conditions or refused. This risk was last reviewed or accepted before such an \
      event, which is named with its day and place. Score it again and write the day under `reviewed`, even if the score \
      stays. A change that names risks in `assessed_in` concerns those alone.
      """,
    bad: RuleExample([
      "changes.yaml": """
      kind: change
      records:
        - {id: CHG-001, title: New retriever, what: model, date: 2026-04-02, systems: [AIS-001], approved_by: ROL-001}
      """,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 2, impact: 3}
          treatment: mitigate
          controls: [A.6.2.4]
          reviewed: ⟦2026-01-08⟧
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ]),
    good: RuleExample([
      "changes.yaml": """
      kind: change
      records:
        - {id: CHG-001, title: New retriever, what: model, date: 2026-04-02, systems: [AIS-001], approved_by: ROL-001}
      """,
      "risks.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: Wrong refund terms
          systems: [AIS-001]
          category: accuracy-and-reliability
          inherent: {likelihood: 2, impact: 3}
          treatment: mitigate
          controls: [A.6.2.4]
          reviewed: 2026-04-02
      """,
      "roles.yaml": ExampleText.roles,
      "systems/ais-001.md": ExampleText.system(owner: "ROL-002"),
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    let asOf = facts.asOf
    let triggers = facts.triggers
    for (position, entry, risk) in facts.records(Risk.self) {
      let accepted = asOf.acceptance(of: risk)?.date
      let reviewed = facts.reviewed(entry)
      // One that was never looked at is another rule's subject.
      guard let made = [accepted, reviewed].compactMap(\.self).max() else { continue }
      let missed = dossier.targets(of: position, "systems").flatMap { triggers.since(made, .risk, of: $0, position: position) }
        .enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
      guard let first = missed.first else { continue }
      reporter.report(
        "\(entry.named) was last looked at on \(made), before \(first.words(dossier))\(missed.furtherWords)", in: entry,
        reviewed == made ? "reviewed" : "acceptance.date", others: missed.prefix(4).map { $0.label(dossier) },
        help: "score it again and write the day under `reviewed`")
    }
  }
}
