import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let evidenceStale = RuleID("evidence-stale")
}

extension Rules {
  static let evidenceStale = Rule(
    .evidenceStale, .applicability, .warning, title: "an implemented control has current evidence",
    clauses: ["9.1", "7.5.3"],
    explanation: """
      If all evidence for a control is too old, nothing shows that the control works today. Evidence counts until its \
      `valid_until`. Without `valid_until`, it counts for one review cycle of the control implementation, if that cycle \
      is shorter than a year. Other rules report evidence that is older than a year. Collect evidence again at least as \
      often as the control is reviewed.
      """,
    bad: RuleExample([
      "soa.md": ExampleText.control(implementation: "⟦implemented⟧", "review_cycle: P3M"),
      "evd-001.md": ExampleText.evidence(collected: "2026-01-08"),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "soa.md": ExampleText.control("review_cycle: P3M"),
      "evd-001.md": ExampleText.evidence(collected: "2026-01-08"),
      "evd-002.md": ExampleText.evidence(id: "EVD-002"),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    for row in facts.statement.rows where row.isApplicable == true && row.record?.implementation == .implemented {
      guard row.evidence.isStale, !row.evidence.isLapsed(facts.asOf), let latest = row.evidence.items.compactMap(\.lastDay).max(),
        let line = row.implementation.map({ facts.dossier.entries[$0] })
      else { continue }
      let control = facts.dossier.catalogues[row.catalogue].items[row.item].id
      reporter.report(
        "\(line.named) says \(control) is implemented, but its latest evidence counted only until \(latest)",
        at: line.path, line.span(of: "implementation"),
        others: row.evidence.items.prefix(4).map { item in
          let entry = facts.dossier.entries[item.position]
          return .init(entry.path, entry.span(of: item.hasOwnEnd ? "valid_until" : "collected"), "too old on \(facts.asOf)")
        },
        help: "collect evidence again, as often as the control is reviewed")
    }
  }
}
