import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let duplicateImplementation = RuleID("duplicate-implementation")
}

extension Rules {
  static let duplicateImplementation = Rule(
    .duplicateImplementation, .references, .error, title: "every control has one line in the statement of applicability",
    clauses: ["6.1.3"],
    explanation: """
      The statement of applicability gives one answer for each control: whether it applies, why, and how far it is in \
      place. Two records for one control can contradict each other, and only one of them could be shown. Bring both \
      together in one record; where the control is handled differently for some systems, say so in its measures. Retired, \
      superseded and rejected records do not count, nor do drafts and proposals.
      """,
    bad: RuleExample([
      "soa.yaml": """
      kind: control-implementation
      records:
        - id: SOA-A-6-2-4
          title: Verification and validation
          control: A.6.2.4
          applicable: true
          justification: every release is tested before use
          implementation: implemented
        - id: SOA-TESTS
          title: Tests of the support assistant
          control: ⟦A.6.2.4⟧
          applicable: true
          justification: wrong answers reach customers
          implementation: planned
      """
    ]),
    good: RuleExample([
      "soa.yaml": """
      kind: control-implementation
      records:
        - id: SOA-A-6-2-4
          title: Verification and validation
          control: A.6.2.4
          applicable: true
          justification: every release is tested before use, because wrong answers reach customers
          implementation: partial
      """
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var first: [ReferenceGraph.Target: (entry: Entry, span: Span)] = [:]
    for position in dossier.positions(of: ControlImplementation.name) where facts.counts(position) {
      let entry = dossier.entries[position]
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "control" {
        guard let target = edge.target else { continue }
        guard let other = first[target] else {
          first[target] = (entry, edge.site.span)
          continue
        }
        reporter.report(
          "\(entry.named) answers for \(edge.site.target), as \(other.entry.id) does", at: edge.site,
          others: [.init(other.entry.path, other.span, "\(other.entry.id) answers for it here")],
          help: "bring the two together in one record")
      }
    }
  }
}
