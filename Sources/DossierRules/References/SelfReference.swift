import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let selfReference = RuleID("self-reference")
}

extension Rules {
  static let selfReference = Rule(
    .selfReference, .references, .error, title: "no field of a record names the record itself", clauses: ["7.5.3"],
    explanation: """
      A role that is its own deputy or a data set made from itself says nothing, though the field looks filled in and \
      counts as answered. Usually the id was copied from the line above and never changed. Name what was meant, or \
      remove the mention. In the prose of a record its own id may be used freely.
      """,
    bad: RuleExample([
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
          deputies: [⟦ROL-001⟧]
        - id: ROL-002
          title: Test lead
          accountable_for: [acceptance tests]
      """
    ]),
    good: RuleExample([
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of customer care
          accountable_for: [the support assistant]
          deputies: [ROL-002]
        - id: ROL-002
          title: Test lead
          accountable_for: [acceptance tests]
      """
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    for (position, entry) in dossier.entries.enumerated() {
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.isField && edge.target == .entry(position) {
        reporter.report(
          "`\(edge.site.field)` of \(entry.named) names the record itself", at: edge.site,
          help: "name the record that was meant, or remove the mention")
      }
    }
  }
}
