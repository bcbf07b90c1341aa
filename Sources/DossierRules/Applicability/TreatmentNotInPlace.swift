import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let treatmentNotInPlace = RuleID("treatment-not-in-place")
}

extension Rules {
  static let treatmentNotInPlace = Rule(
    .treatmentNotInPlace, .applicability, .warning, title: "a risk is not rated lower by controls that are not in place",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      A residual score below the inherent one is a claim about controls that work today. Where the statement of \
      applicability says of such a control that it has not been started or is only planned, the risk is as high as before \
      until then. Rate it without that control, or name one that is in place. A control that is partly in place may count; \
      how far is for people to judge.
      """,
    bad: RuleExample([
      "rsk-001.md": ExampleText.risk("controls: [⟦A.6.2.4⟧]\nresidual: {likelihood: 2, impact: 3}"),
      "soa.md": ExampleText.control(implementation: "planned", "target: 2026-12-15"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: RuleExample([
      "rsk-001.md": ExampleText.risk("controls: [A.6.2.4]\nresidual: {likelihood: 2, impact: 3}"),
      "soa.md": ExampleText.control(),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    func line(_ target: ReferenceGraph.Target?) -> (entry: Entry, record: ControlImplementation)? {
      target.flatMap(facts.statement.line).flatMap { position in
        (dossier.entries[position].record as? ControlImplementation).map { (dossier.entries[position], $0) }
      }
    }
    for (position, entry, risk) in facts.records(Risk.self) {
      guard let residual = risk.residual,
        residual.likelihood.value * residual.impact.value < risk.inherent.likelihood.value * risk.inherent.impact.value
      else { continue }
      let edges = dossier.graph.edges(from: .entry(position)).filter { edge in
        guard edge.site.field == "controls", let line = line(edge.target) else { return false }
        return line.record.applicable && (line.record.implementation == .notStarted || line.record.implementation == .planned)
      }
      guard let first = edges.first else { continue }
      reporter.report(
        "\(entry.named) is rated lower by \(edges.map(\.site.target).listed()), not in place according to the statement of applicability",
        at: first.site,
        others: edges.compactMap { edge in
          line(edge.target).map { .init($0.entry.path, $0.entry.span(of: "implementation"), "not in place") }
        },
        help: "rate the risk without it until it is in place, or name a control that is")
    }
  }
}
