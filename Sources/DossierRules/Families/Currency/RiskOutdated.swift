import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let riskOutdated = RuleID("risk-outdated")
}

extension Rules {
  static let riskOutdated = Rule(
    .riskOutdated, .currency, .warning, title: "a risk is reviewed after every event that requires it",
    clauses: ["6.1.2", "8.2"],
    explanation: """
      ISO/IEC 42001 clause 8.2 requires a new risk assessment when significant changes are proposed or occur. This \
      rule looks for events that affect a system of the risk. Such an event is a change, an incident, or a supplier \
      assessment that ended with conditions or a rejection. The rule reports a risk that was last reviewed or accepted \
      before such an event. The message gives the event and its date. A change that lists risks in `assessed_in` \
      affects only those risks. Score the risk again, and write the day in `reviewed`, even if the score stays the \
      same.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      let triggers = facts.triggers
      for (position, entry, risk) in facts.records(Risk.self) {
        let accepted = asOf.acceptance(of: risk)?.date
        let reviewed = facts.reviewed(entry)
        // Skip a risk that was never reviewed or accepted: another rule reports it.
        guard let made = [accepted, reviewed].compactMap(\.self).max() else { continue }
        let missed = dossier.targets(of: position, "systems").flatMap { triggers.since(made, .risk, of: $0, position: position) }
          .enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
        guard let first = missed.first else { continue }
        reporter.report(
          "\(entry.named) was last reviewed or accepted on \(made), before \(first.words(dossier))\(missed.furtherWords)",
          in: entry,
          reviewed == made ? "reviewed" : "acceptance.date", others: missed.prefix(4).map { $0.label(dossier) },
          help: "score the risk again and write the day under `reviewed`")
      }
    },
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
    good: .fixing(["risks.yaml": ("reviewed: 2026-01-08", "reviewed: 2026-04-02")]))
}
