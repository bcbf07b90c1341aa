import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let duplicateReference = Rule(
    RuleID("duplicate-reference"), .references, .warning, title: "a list does not contain the same reference twice",
    clauses: ["7.5.2"],
    explanation: """
      A list field must not refer to the same record or control twice. The second reference adds nothing. Often the \
      author copied an id and forgot to change the copy, so the intended reference is missing. If another id was \
      intended, correct the second reference. Otherwise, remove the second reference. Two spellings of one control \
      count as the same reference.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      for (position, entry) in dossier.entries.enumerated() {
        var first: [String: [ReferenceGraph.Target: Span]] = [:]
        for edge in dossier.graph.edges(from: .entry(position)) where edge.site.isField {
          guard let target = edge.target, entry.kind.hasPlainList(edge.site.field) else { continue }
          guard let earlier = first[edge.site.field]?[target] else {
            first[edge.site.field, default: [:]][target] = edge.site.span
            continue
          }
          reporter.report(
            "`\(edge.site.field)` of \(entry.named) lists \(edge.site.target) twice", at: edge.site,
            others: [.init(edge.site.path, earlier, "first listed here")], help: "remove the second reference, or correct it")
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
          deputies: [ROL-002, ⟦ROL-002⟧]
        - id: ROL-002
          title: Test lead
          accountable_for: [acceptance tests]
      """
    ]),
    good: .fixing(["roles.yaml": ("deputies: [ROL-002, ROL-002]", "deputies: [ROL-002]")]))
}
