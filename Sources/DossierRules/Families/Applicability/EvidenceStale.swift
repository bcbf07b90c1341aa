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
      If all evidence for a control is too old, nothing shows that the control works today. Evidence with \
      `valid_until` is fresh until that day. Other evidence is fresh for one review cycle of the control \
      implementation, if that cycle is shorter than a year. This rule reports an implemented control that has \
      evidence, but no fresh evidence. If the evidence covers only days more than a year ago, `evidence-period-lapsed` \
      can report the control instead. Collect evidence again at least as often as the control is reviewed.
      """,
    check: { facts, reporter in
      for row in facts.statement.rows where row.isApplicable == true && row.record?.implementation == .implemented {
        guard row.evidence.isStale, row.evidence.lapsed(facts.asOf) == nil,
          let line = row.implementation.map({ facts.dossier.entries[$0] })
        else { continue }
        let control = facts.dossier.catalogues[row.catalogue].items[row.item].id
        let items = row.evidence.items
        let latest = items.compactMap(\.lastDay).max()
        // State a day only if the last day of every item of evidence has passed. Evidence can also be invalid for another reason,
        // for example because its file changed.
        let problem =
          items.allSatisfy { facts.asOf.isPast($0.lastDay) }
          ? latest.map { "the latest evidence for it was fresh only until \($0)" } : nil
        reporter.report(
          "\(line.named) says \(control) is implemented, but \(problem ?? "none of its evidence is valid on \(facts.asOf)")",
          at: line.path, line.span(of: "implementation"),
          others: items.prefix(4).map { item in
            let entry = facts.dossier.entries[item.position]
            let words = facts.asOf.isPast(item.lastDay) ? "too old on \(facts.asOf)" : "not valid on \(facts.asOf)"
            return .init(entry.path, entry.span(of: item.hasOwnEnd ? "valid_until" : "collected"), words)
          },
          help: "collect new evidence, and repeat this in each review cycle of the control")
      }
    },
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
    ]))
}
