import DossierRecords
import DossierText

extension RuleID {
  static let evidenceStale = RuleID("evidence-stale")
}

extension Rules {
  static let evidenceStale = Rule(
    .evidenceStale, .applicability, .warning, title: "an implemented control has evidence that is still fresh",
    clauses: ["9.1", "7.5.3"],
    explanation: """
      When every piece of evidence for a control is past its last day, the control is not shown to work today, whatever it \
      was when they were collected. A piece without `valid_until` is taken to speak for one review cycle of the line where \
      that is shorter than a year; what is older than a year is the subject of another rule. Collect evidence again, at the \
      rhythm at which the control is reviewed.
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
        "\(entry.named) says \(line.control.text) is implemented, and its latest evidence spoke for it until \(latest)",
        at: entry.path, entry.span(of: "implementation"),
        others: evidence.prefix(4).map { found in
          let field = found.record.validUntil == nil ? "collected" : "valid_until"
          return .init(found.entry.path, found.entry.span(of: field), "too old on \(asOf)")
        },
        help: "collect evidence again, at the rhythm of the control")
    }
  }
}
