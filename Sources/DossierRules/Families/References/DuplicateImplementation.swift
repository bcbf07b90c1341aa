import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let duplicateImplementation = RuleID("duplicate-implementation")
}

extension Rules {
  static let duplicateImplementation = Rule(
    .duplicateImplementation, .references, .error, title: "each control has one line in the statement of applicability",
    clauses: ["6.1.3"],
    explanation: """
      A control must have at most one effective line in the statement of applicability. Clause 6.1.3 requires a \
      statement of which controls apply, why, and whether they are implemented. A line is a `control-implementation` \
      record. Two such records for one control can contradict each other, and only one can be shown. Merge the two \
      records. If the control is handled differently for some systems, write this in `measures`. Retired, superseded \
      and rejected records do not count. Drafts and proposals do not count either.
      """,
    check: { facts, reporter in
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
            "\(entry.named) covers \(edge.site.target), which \(other.entry.id) already covers", at: edge.site,
            others: [.init(other.entry.path, other.span, "\(other.entry.id) covers it here")],
            help: "merge the two records into one")
        }
      }
    },
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
    ]))
}
