import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let selfReference = Rule(
    RuleID("self-reference"), .references, .error, title: "no field of a record refers to the record itself", clauses: ["7.5.3"],
    explanation: """
      A field must not refer to its own record. Examples are a role that is its own deputy, or a data set made from \
      itself. The field looks complete, but states nothing. Often the id was copied from the line above and not changed. \
      Correct the reference, or remove it. The text of a record may contain its own id.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry) in dossier.entries.enumerated() {
        for edge in dossier.graph.edges(from: .entry(position)) where edge.site.isField && edge.target == .entry(position) {
          reporter.report(
            "`\(edge.site.field)` of \(entry.named) refers to the record itself", at: edge.site,
            help: "correct the reference, or remove it")
        }
      }
    },
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
    good: .fixing(["roles.yaml": ("deputies: [ROL-001]", "deputies: [ROL-002]")]))
}
