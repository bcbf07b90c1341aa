import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let treatmentNotInPlace = RuleID("treatment-not-in-place")
}

extension Rules {
  static let treatmentNotInPlace = Rule(
    .treatmentNotInPlace, .applicability, .warning, title: "a residual score is not reduced by controls that are not in place",
    clauses: ["6.1.3", "8.3"],
    explanation: """
      A residual score below the inherent score claims that the controls of the risk work today. This rule reports \
      such a risk if one of its controls is not started or only planned in the statement of applicability. This \
      control does not reduce the risk yet. Score the risk without this control, or refer to a control that is in \
      place. A control that is partly in place may reduce the score; people must decide how much.
      """,
    check: { facts, reporter in
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
          "\(entry.named) has a residual score below its inherent score, but \(edges.map(\.site.target).listed()) \(edges.count == 1 ? "is" : "are") not in place in the statement of applicability",
          at: first.site,
          others: edges.compactMap { edge in
            line(edge.target).map { .init($0.entry.path, $0.entry.span(of: "implementation"), "not in place") }
          },
          help: "score the risk without this control until the control is in place, or refer to a control that is in place")
      }
    },
    bad: RuleExample([
      "rsk-001.md": ExampleText.risk("controls: [⟦A.6.2.4⟧]\nresidual: {likelihood: 2, impact: 3}"),
      "soa.md": ExampleText.control(implementation: "planned", "target: 2026-12-15"),
      "ais-001.md": ExampleText.system(),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing(["soa.md": ("implementation: planned\ntarget: 2026-12-15", "implementation: implemented")]))
}
