import DossierRecords
import DossierText

extension RuleID {
  static let evidencePeriodLapsed = RuleID("evidence-period-lapsed")
}

extension Rules {
  static let evidencePeriodLapsed = Rule(
    .evidencePeriodLapsed, .currency, .warning,
    title: "the evidence of an implemented control covers part of the last twelve months",
    clauses: ["9.1", "7.5.3"],
    explanation: """
      Evidence shows that a control worked in the period that the evidence covers. This rule checks implemented \
      controls. It reports a control if the periods of all its evidence ended more than twelve months before the as-of \
      date. Nothing then shows that the control has worked since, even if the evidence is still valid. Auditors commonly \
      look at the last twelve months. Collect evidence for a later period. Evidence of a single event has no period and \
      counts until its validity ends.
      """,
    bad: RuleExample([
      "controls.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-A-6-2-4, title: Validation, control: A.6.2.4, applicable: true, justification: releases, implementation: ⟦implemented⟧}
      """,
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Sample of releases
          controls: [A.6.2.4]
          location: archive
          collected: 2026-01-09
          collected_by: ROL-002
          period: {from: 2025-01-01, to: 2025-03-31}
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: RuleExample([
      "controls.yaml": """
      kind: control-implementation
      records:
        - {id: SOA-A-6-2-4, title: Validation, control: A.6.2.4, applicable: true, justification: releases, implementation: implemented}
      """,
      "evidence.yaml": """
      kind: evidence
      records:
        - id: EVD-001
          title: Sample of releases
          controls: [A.6.2.4]
          location: archive
          collected: 2026-01-09
          collected_by: ROL-002
          period: {from: 2025-01-01, to: 2025-12-31}
      """,
      "roles.yaml": ExampleText.roles,
    ])
  ) { dossier, asOf, reporter in
    let year = asOf.plus(years: -1)
    for (position, entry, row) in dossier.standing(ControlImplementation.self, on: asOf) where row.implementation == .implemented
    {
      guard row.applicable,
        let control = dossier.graph.edges(from: .entry(position)).first(where: { $0.site.field == "control" })?.target
      else { continue }
      let shown = dossier.graph.edges(to: control).compactMap { edge -> Int? in
        if case .entry(let origin) = edge.origin, edge.site.field == "controls" { origin } else { nil }
      }
      let evidence = Set(shown + dossier.targets(of: position, "evidence")).sorted().compactMap { found -> (Entry, Evidence)? in
        let entry = dossier.entries[found]
        guard entry.holds(on: asOf), let record = entry.record as? Evidence, record.collected <= asOf else { return nil }
        // Another rule reports expired evidence.
        return record.validUntil.map { $0 < asOf } ?? false ? nil : (entry, record)
      }
      let ends = evidence.compactMap { entry, record in record.period.map { (entry, $0.to) } }
      guard ends.count == evidence.count, let last = ends.max(by: { $0.1 < $1.1 }), last.1 < year else { continue }
      reporter.report(
        "\(entry.named) is implemented, but its latest evidence covers nothing after \(last.1)", in: entry, "implementation",
        others: [last.0.label("period.to", "ends here")], help: "collect evidence for a later period")
    }
  }
}
