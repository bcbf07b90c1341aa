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
  ) { dossier, asOf, reporter in
    let lines = ApplicabilityLines(dossier, on: asOf)
    for (position, entry, line) in dossier.standing(ControlImplementation.self, on: asOf) {
      guard line.applicable, line.implementation == .implemented else { continue }
      let evidence = lines.evidence(for: position)
      let ages = evidence.map { EvidenceAge($0.record, cycle: entry.head?.reviewCycle) }
      guard let latest = ages.compactMap(\.lastDay).max(), ages.allSatisfy({ $0.isPast(on: asOf) }) else { continue }
      reporter.report(
        "\(entry.named) says \(line.control.text) is implemented, but its latest evidence counted only until \(latest)",
        at: entry.path, entry.span(of: "implementation"),
        others: evidence.prefix(4).map { found in
          let field = found.record.validUntil == nil ? "collected" : "valid_until"
          return .init(found.entry.path, found.entry.span(of: field), "too old on \(asOf)")
        },
        help: "collect evidence again, as often as the control is reviewed")
    }
  }
}
